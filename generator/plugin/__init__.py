"""The MkDocs adapter: translates MkDocs' events, holds no knowledge of its own."""

from generator.plugin.adapter import PortalPlugin, build_portal

__all__ = ["PortalPlugin", "build_portal"]
