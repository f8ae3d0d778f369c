from tests.editing.conftest import committed, staff  # noqa: F401  (fixtures)
