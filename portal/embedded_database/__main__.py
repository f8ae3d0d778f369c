"""`python -m portal.embedded_database DIRECTORY` deletes the server in a directory with all its data.

`make demo-reset` calls it. It is no command of manage.py, whose settings would start the server first.
"""

import sys

from portal.embedded_database.binaries import DatabaseUnavailable
from portal.embedded_database.shared_server import delete_server


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit("usage: python -m portal.embedded_database DIRECTORY")
    try:
        delete_server(sys.argv[1])
    except DatabaseUnavailable as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
