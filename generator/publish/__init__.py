"""Publication: build beside the present site, verify, describe, take its place.

`build` tells the story. `staging` makes it atomic, `workers` parallel, `links` verifies, `manifest` describes.
"""

from generator.machine.faults import Stopped
from generator.publish.build import BrokenSite, BuildResult, Progress, build

__all__ = ["BrokenSite", "BuildResult", "Progress", "Stopped", "build"]
