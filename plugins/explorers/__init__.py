"""Interactive figures placed by a fence, whole without script too: the Markdown extension `explorers`."""

from explorers.extension import ExplorersExtension, makeExtension

__all__ = ["ExplorersExtension", "makeExtension"]
