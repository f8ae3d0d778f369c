"""The links in the demo content: every block of real pages is checked, including images."""

import pytest

from portal.editing.links.checking import check_links
from portal.editing.models import LinkCheck


@pytest.mark.usefixtures("demo_content")
def test_the_demonstration_has_no_broken_link():
    check_links()
    assert LinkCheck.objects.exists()
    broken = LinkCheck.objects.filter(status=LinkCheck.Status.BROKEN)
    assert list(broken.values_list("address", "title")) == []
