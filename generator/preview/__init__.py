"""The preview: a site that is read again when a file changes, and of which a file is made when a browser asks for it.

Nothing is written but what may be lost: no folder has to be filled before the first page can be seen.
"""
