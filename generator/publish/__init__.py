"""Publication: build beside the present site, verify, describe, take its place; or see that nothing has changed.

`renew` is the front door, `build` tells the story. `staging` makes it atomic, `workers` parallel; `verification` reads
what was written, `manifest` describes it. `joining` takes portals from parts, if their `origins` are still true.
"""

from generator.machine.faults import Stopped
from generator.publish.renew import renew
from generator.publish.request import Request
from generator.publish.result import BrokenSite, BuildResult

__all__ = ["BrokenSite", "BuildResult", "Request", "Stopped", "renew"]
