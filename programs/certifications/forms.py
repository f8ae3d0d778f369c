"""The edit form of certifications."""

from django.core.exceptions import ValidationError

from portal.core.drafts.schedule import RecordForm
from programs.certifications.status import refuse_second


class CertificationForm(RecordForm):
    """Refuses a second current award, besides what the model validates."""

    def _post_clean(self) -> None:
        """Compare with other records last, and only if the certification itself is valid."""
        super()._post_clean()
        if self.errors:
            return
        try:
            refuse_second(self.instance)
        except ValidationError as error:
            self.add_error(None, error)
