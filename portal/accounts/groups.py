"""The groups of staff, by the names that they have in the database. docs/rights.md says who may what."""

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
