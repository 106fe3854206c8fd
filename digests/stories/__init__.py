"""Stories: the articles of all outlets and languages about one event, and its voices."""

from digests.stories.grouping import assign
from digests.stories.outlets import independence

__all__ = ["assign", "independence"]
