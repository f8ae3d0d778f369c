"""What the form of a certification checks beside what its model does."""

from django.core.exceptions import ValidationError

from portal.core.schedule import RecordForm
from programs.certifications.status import refuse_second


class CertificationForm(RecordForm):
    def _post_clean(self):
        """Compare with other records last, once the certification itself is known to be right."""
        super()._post_clean()
        if self.errors:
            return
        try:
            refuse_second(self.instance)
        except ValidationError as error:
            self.add_error(None, error)
