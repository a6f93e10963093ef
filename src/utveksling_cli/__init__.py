"""utveksling: planning assistant in Norwegian for NTNU students who go on exchange."""

__version__ = "0.1.0"
