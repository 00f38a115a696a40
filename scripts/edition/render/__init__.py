"""Values become pages: Markdown by its path below docs/. The only stage that writes Markdown; it decides nothing."""

from edition.render.pages import Order, orders, pages

__all__ = ["Order", "orders", "pages"]
