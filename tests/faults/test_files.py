"""A full disk and a process that is killed: a message at the field, and no file that nobody needs."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import transaction
from django.test import override_settings

from partners.models import Agreement, AgreementDocument
from portal.demo.loading import bodies
from portal.media import storage
from portal.media.models import PortalImage
from portal.media.private import PrivateStorage
from tests.admin.forms import Form
from tests.admin.records import admin_url
from tests.factories import AgreementFactory

pytestmark = pytest.mark.django_db
KILOBYTE = 1024
LARGE = b"%PDF-1.7\n" + b"x" * 200 * KILOBYTE


@pytest.fixture
def small_disk(tmp_path):
    """A folder with room for 64 kB, on a file system of its own."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = shutil.which("mount")
    if not mount or os.geteuid() != 0:
        pytest.skip("only root may mount a tmpfs")
    mounted = subprocess.run([mount, "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder], capture_output=True)
    if mounted.returncode:
        pytest.skip(f"no tmpfs here: {mounted.stderr.decode().strip()}")
    yield folder
    subprocess.run(["umount", folder], check=True)


def files_in(folder):
    return [path for path in Path(folder).rglob("*") if path.is_file()]


def sent(client, agreement, **values):
    """Send the form of an agreement with one more document, as a browser does that uploads a file."""
    form = Form.open(client, admin_url("edit", agreement))
    form.add("documents", is_internal="on")
    file = SimpleUploadedFile("vertrag.pdf", values.pop("content"))
    for name, value in values.items():
        form[name] = value
    return client.post(form.url, {**form.values, "documents-0-file": file})


class TestFullDisk:
    def test_the_field_says_so_and_nothing_is_lost_or_left(self, staff, small_disk):
        agreement = AgreementFactory(name_de="Vorher")
        with override_settings(PRIVATE_ROOT=small_disk):
            page = sent(staff("international office"), agreement, name_de="Nachher", content=LARGE)
        assert page.status_code == 200
        html = page.content.decode()
        assert "There is no room left on the server" in html
        assert 'value="Nachher"' in html
        assert Agreement.objects.get().name_de == "Vorher"
        assert files_in(small_disk) == []

    def test_what_fits_is_stored_whole(self, staff, small_disk):
        with override_settings(PRIVATE_ROOT=small_disk):
            response = sent(staff("international office"), AgreementFactory(), content=LARGE[: 20 * KILOBYTE])
            assert response.status_code == 302
            [path] = files_in(small_disk)
            assert path.read_bytes() == LARGE[: 20 * KILOBYTE]
            assert AgreementDocument.objects.get().file.path == str(path)
            assert path.stat().st_mode & 0o777 == 0o644

    def test_neither_does_an_upload_that_has_no_room_while_it_is_received(self, staff, small_disk):
        with override_settings(FILE_UPLOAD_TEMP_DIR=small_disk, FILE_UPLOAD_MAX_MEMORY_SIZE=KILOBYTE):
            page = sent(staff("international office"), AgreementFactory(), content=LARGE)
        assert "There is no room left on the server" in page.content.decode()
        assert not AgreementDocument.objects.exists()

    def test_code_that_stores_a_file_leaves_no_half_of_it(self, small_disk):
        with override_settings(PRIVATE_ROOT=small_disk):
            with pytest.raises(OSError, match="No space left"):
                PrivateStorage().save("a.pdf", ContentFile(LARGE))
            assert files_in(small_disk) == []


def test_a_form_that_is_refused_leaves_no_file(staff):
    agreement = AgreementFactory()
    page = sent(staff("international office"), agreement, content=LARGE, name_de="")
    assert page.status_code == 200
    del page
    assert files_in(Path(settings.PRIVATE_ROOT) / storage.INCOMING) == []


class TestOrphans:
    @pytest.fixture(autouse=True)
    def folders(self, tmp_path):
        with override_settings(MEDIA_ROOT=tmp_path / "media", PRIVATE_ROOT=tmp_path / "private"):
            yield tmp_path

    def test_a_load_that_was_killed_leaves_no_picture_twice(self, folders):
        name = next(path for path in bodies.FOLDER.rglob("*") if path.suffix in {".jpg", ".webp", ".png"})
        name = str(name.relative_to(bodies.FOLDER))
        with transaction.atomic():  # what the database does when the process is killed
            bodies._upload(name)
            transaction.set_rollback(True)
        assert len(files_in(folders / "media")) == 1
        image = bodies._upload(name)
        assert files_in(folders / "media") == [Path(image.file.path)]

    def test_what_no_row_names_is_listed_and_removed_if_told_to(self, folders, capsys):
        document = AgreementDocument(agreement=AgreementFactory())
        document.file.save("vertrag.pdf", ContentFile(b"%PDF-1.7"), save=False)
        document.save()
        orphan, young = folders / "media" / "alt.jpg", folders / "private" / storage.INCOMING / "neu"
        for path in (orphan, young):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(b"x" * 1000)
        for path in (orphan, Path(document.file.path)):
            os.utime(path, (0, 0))
        call_command("orphan_files")
        assert capsys.readouterr().out.splitlines() == [str(orphan), "1 files, 1\u00a0kB"]
        assert orphan.exists()
        call_command("orphan_files", "--remove")
        assert not orphan.exists()
        assert young.exists()
        assert Path(document.file.path).exists()
        assert not PortalImage.objects.exists()
