"""`svyazka.py vscode`: packs the extension for VS Code into a file that VS Code installs."""

from __future__ import annotations

import json
import sys
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from fixtures.environment.arguments import ArgumentParser

SOURCES = Path(__file__).with_name("vscode")
OUT = Path("reports/out/svyazka.vsix")
TYPES = {".json": "application/json", ".js": "application/javascript", ".vsixmanifest": "text/xml"}
BEGINNING = (1980, 1, 1, 0, 0, 0)  # the same sources make the same file
DONE, BROKEN = 0, 2


def main(argv: Sequence[str]) -> int:
    """Pack the extension and say how to install it; 2 when it cannot be written."""
    parser = ArgumentParser(
        prog="svyazka.py vscode",
        description="Собирает расширение для VS Code: подсказки и ошибки в сценариях.",
    )
    parser.add_argument(
        "--out", type=Path, default=OUT, metavar="ФАЙЛ", help=f"куда записать, иначе {OUT.as_posix()}"
    )
    file = parser.parse_args(list(argv)).out
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        pack(file)
    except OSError as error:
        print(f"Расширение не записано: {error.strerror or error} ({error.filename})", file=sys.stderr)
        return BROKEN
    print(f"Расширение: {file.as_posix()}\nУстановить: code --install-extension {file.as_posix()}")
    return DONE


def pack(file: Path, sources: Path = SOURCES) -> None:
    """Write the package of an extension."""
    package = json.loads((sources / "package.json").read_text(encoding="utf-8"))
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        _write(archive, "extension.vsixmanifest", manifest(package).encode())
        _write(archive, "[Content_Types].xml", content_types().encode())
        for source in sorted(sources.iterdir()):
            _write(archive, f"extension/{source.name}", source.read_bytes())


def _write(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    info = zipfile.ZipInfo(name, BEGINNING)
    info.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(info, content)


def manifest(package: Mapping[str, Any]) -> str:
    """Return the manifest that installers read: it says what the extension's own one says, in their words."""
    name, version, publisher = (quoteattr(package[key]) for key in ("name", "version", "publisher"))
    properties = {
        "Microsoft.VisualStudio.Code.Engine": package["engines"]["vscode"],
        "Microsoft.VisualStudio.Code.ExtensionKind": "workspace",
        "Microsoft.VisualStudio.Code.ExecutesCode": "true",
    }
    listed = "\n".join(
        f"      <Property Id={quoteattr(k)} Value={quoteattr(v)} />" for k, v in properties.items()
    )
    return f"""\
<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011">
  <Metadata>
    <Identity Language="ru-RU" Id={name} Version={version} Publisher={publisher} />
    <DisplayName>{escape(package["displayName"])}</DisplayName>
    <Description xml:space="preserve">{escape(package["description"])}</Description>
    <Categories>{escape(",".join(package["categories"]))}</Categories>
    <Properties>
{listed}
    </Properties>
  </Metadata>
  <Installation>
    <InstallationTarget Id="Microsoft.VisualStudio.Code" />
  </Installation>
  <Dependencies />
  <Assets>
    <Asset Type="Microsoft.VisualStudio.Code.Manifest" Path="extension/package.json" Addressable="true" />
  </Assets>
</PackageManifest>
"""


def content_types() -> str:
    """Return the list of what the files of a package are, by their extensions."""
    listed = "".join(f'<Default Extension="{end}" ContentType="{kind}" />' for end, kind in TYPES.items())
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{listed}</Types>\n'
    )
