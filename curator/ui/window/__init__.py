"""The window itself: its menus, its rail, and the pages that it shows."""
