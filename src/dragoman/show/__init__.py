"""Show: records out to people and programs. The only room that knows JSON, HTML and terminals."""
