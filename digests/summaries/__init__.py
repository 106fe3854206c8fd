"""Summaries of stories, each sentence tied to the span of an article that it rests on."""

from digests.summaries.extractive import summarise

__all__ = ["summarise"]
