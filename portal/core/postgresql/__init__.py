"""The database engine of `DATABASES`: Django's own for PostgreSQL, with safe calls after a commit."""
