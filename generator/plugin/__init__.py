"""The MkDocs adapter: translates MkDocs' events, holds no knowledge of its own."""

from generator.plugin.adapter import PortalPlugin

__all__ = ["PortalPlugin"]
