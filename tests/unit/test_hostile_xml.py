"""Hosts are not trusted: whatever they send is understood, defaulted or refused."""

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from infinibay_desktop.model.errors import HypervisorError, InfinibayError
from infinibay_desktop.virt.xml.capabilities import (
    offers_domain_type,
    parse_domain_capabilities,
    parse_host_arch,
    parse_host_secmodel_user,
)
from infinibay_desktop.virt.xml.details import (
    edit_description,
    edit_size,
    parse_details,
    strip_secrets,
)
from infinibay_desktop.virt.xml.parsing import MAX_XML_BYTES, parse_xml
from infinibay_desktop.virt.xml.storage import parse_pool, parse_volume
from tests.unit.test_storage_xml import POOL, VOLUME

DATA = Path(__file__).parents[1] / "data"
SAMPLES = [
    (DATA / "capabilities" / "host.xml").read_text(),
    (DATA / "capabilities" / "emulation.xml").read_text(),
    (DATA / "xml" / "windows-11.xml").read_text(),
    (DATA / "xml" / "linux-bios.xml").read_text(),
    POOL,
    VOLUME,
]
READERS = {
    "architecture": parse_host_arch,
    "kinds": lambda xml: offers_domain_type(xml, "x86_64", "kvm"),
    "account": parse_host_secmodel_user,
    "capabilities": parse_domain_capabilities,
    "details": parse_details,
    "size": lambda xml: edit_size(xml, vcpus=2, memory_bytes=2**30),
    "description": lambda xml: edit_description(xml, "x"),
    "secrets": strip_secrets,
    "pool": lambda xml: parse_pool(xml, active=True, autostart=True),
    "volume": lambda xml: parse_volume(xml, "p"),
}
TENFOLD = "".join(
    f'<!ENTITY {after} "{f"&{before};" * 10}">'
    for before, after in zip("abcdefghi", "bcdefghij", strict=True)
)
REFUSED = {
    "no XML": "hello",
    "nothing": "",
    "half of it": "<domain><name>x</name>",
    "two documents": "<a/><b/>",
    "a bomb of entities": f'<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa">{TENFOLD}]><d>&j;</d>',
    "a file of ours": '<!DOCTYPE d [<!ENTITY f SYSTEM "file:///etc/passwd">]><d>&f;</d>',
    "a document type elsewhere": '<!DOCTYPE d SYSTEM "http://127.0.0.1:9/x.dtd"><d/>',
    "a parameter entity": '<!DOCTYPE d [<!ENTITY % p SYSTEM "file:///etc/passwd">%p;]><d/>',
    "an unknown entity": "<d>&nbsp;</d>",
    "too much": "<d>" + "x" * MAX_XML_BYTES + "</d>",
    "too deep": "<d>" * 5000 + "</d>" * 5000,
    "a zero character": "<d>\x00</d>",
    "half a character": "<d>\ud800</d>",
    "a prefix of nobody": "<a:d/>",
    "another encoding": '<?xml version="1.0" encoding="UTF-16"?><d/>',
}
odd = st.one_of(
    st.sampled_from(["", "-1", "²", "9" * 400, "NaN", "1e9", "yes", "\u202e", "/", "pflash"]),
    st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn")), max_size=10),
)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_plain_xml_is_refused(case: str, reader: str) -> None:
    with pytest.raises(HypervisorError, match="The host sent"):
        READERS[reader](REFUSED[case])


def test_a_refusal_does_not_repeat_what_was_sent() -> None:
    with pytest.raises(HypervisorError) as refused:
        parse_xml("<secret" + "x" * 10_000)
    assert len(str(refused.value)) < 200


@pytest.mark.parametrize("reader", READERS)
@given(data=st.data(), seed=st.integers(0, 2**32))
def test_a_mangled_document_is_read_or_refused(reader: str, data, seed: int) -> None:
    """Elements cut out, doubled and moved, texts and attributes of any kind."""
    choice = random.Random(seed)  # noqa: S311 - no secret
    root = etree.fromstring(choice.choice(SAMPLES))
    for _ in range(choice.randint(1, 8)):
        element = choice.choice([e for e in root.iter() if isinstance(e.tag, str)])
        value = data.draw(odd)
        match choice.randrange(5):
            case 0 if element.getparent() is not None:
                element.getparent().remove(element)
            case 1 if element.getparent() is not None:
                element.addnext(etree.fromstring(etree.tostring(element, with_tail=False)))
            case 2 if element.attrib:
                element.set(choice.choice(list(element.attrib)), value)
            case 3 if element.attrib:
                del element.attrib[choice.choice(list(element.attrib))]
            case 4:
                element.text = value
                element.insert(0, etree.Comment("c"))
    try:
        READERS[reader](etree.tostring(root, encoding="unicode"))
    except InfinibayError:
        return
