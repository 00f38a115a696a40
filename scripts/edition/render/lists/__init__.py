"""Overviews: entities from A to Z, articles by date, the chronology; long ones in portions."""
