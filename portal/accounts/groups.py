"""The names of the groups of staff in the database. docs/rights.md lists what each group may do."""

ADMINISTRATOR = "administrator"
MODERATOR = "moderator"
EDITOR = "editor"
UNIT_EDITOR = "unit editor"
INTERNATIONAL_OFFICE = "international office"
DUE_DILIGENCE_READER = "due-diligence reader"
CERTIFICATION_EDITOR = "certification editor"

GROUPS = (
    ADMINISTRATOR,
    MODERATOR,
    EDITOR,
    UNIT_EDITOR,
    INTERNATIONAL_OFFICE,
    DUE_DILIGENCE_READER,
    CERTIFICATION_EDITOR,
)
