"""Publication: build beside the present site, verify, describe, take its place.

`build` tells the story. `staging` makes it atomic, `workers` parallel, `links` verifies, `manifest` describes.
"""

from generator.publish.build import BrokenSite, BuildResult, Progress, build
from generator.publish.errors import Stopped

__all__ = ["BrokenSite", "BuildResult", "Progress", "Stopped", "build"]
