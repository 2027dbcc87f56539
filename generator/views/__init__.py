"""What templates may see: one frozen type per page kind. Sorting, grouping and wording happen here."""

from generator.views.parts.page import Link, Plan, Shell, Site
from generator.views.plans.hub import plans as hub_plans
from generator.views.plans.portal import plans

__all__ = ["Link", "Plan", "Shell", "Site", "hub_plans", "plans"]
