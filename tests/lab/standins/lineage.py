# SPDX-FileCopyrightText: 2026 The Gatewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""lineage.py NAME DAYS_OLD DAYS_LEFT DOMAIN...: writes what Certbot would have left under /etc/letsencrypt.

The root is the lab's (LAB_CA_KEY, LAB_CA in the environment); the intermediate is made here and its key forgotten.
How the lineage renews (renewal/NAME.conf) is the state's own file.
"""

import datetime
import os
import sys

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

name, old, left, *domains = sys.argv[1:]
now = datetime.datetime.utcnow().replace(microsecond=0)
root = x509.load_pem_x509_certificate(os.environ["LAB_CA"].encode())
root_key = serialization.load_pem_private_key(os.environ["LAB_CA_KEY"].encode(), None)


def called(common_name, organisation=None):
    parts = [x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation)] if organisation else []
    return x509.Name(parts + [x509.NameAttribute(NameOID.COMMON_NAME, common_name)])


def issue(subject, key, issuer, issuer_key, begin, end, authority):
    usage = dict.fromkeys(("digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement",
                           "key_cert_sign", "crl_sign", "encipher_only", "decipher_only"), False)
    usage.update({"key_cert_sign": True, "crl_sign": True} if authority else {"digital_signature": True})
    builder = (x509.CertificateBuilder().subject_name(subject).issuer_name(issuer.subject).public_key(key.public_key())
               .serial_number(x509.random_serial_number()).not_valid_before(begin).not_valid_after(end)
               .add_extension(x509.BasicConstraints(authority, 0 if authority else None), True)
               .add_extension(x509.KeyUsage(**usage), True)
               .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), False)
               .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()), False))
    if not authority:
        builder = (builder.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), False)
                   .add_extension(x509.SubjectAlternativeName([x509.DNSName(domain) for domain in domains]), False))
    return builder.sign(issuer_key, hashes.SHA256())


def pem(certificate):
    return certificate.public_bytes(serialization.Encoding.PEM)


middle_key, key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
year = datetime.timedelta(days=365)
middle = issue(called("Gatewright Lab E1", "Gatewright lab"), middle_key, root, root_key, now - year, now + 3 * year, True)
leaf = issue(called(domains[0]), key, middle, middle_key, now - datetime.timedelta(days=int(old)),
             now + datetime.timedelta(days=int(left)), False)
secret = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())

top = "/etc/letsencrypt"
for folder, mode in ((f"{top}/archive", 0o700), (f"{top}/live", 0o700), (f"{top}/renewal", 0o755),
                     (f"{top}/archive/{name}", 0o755), (f"{top}/live/{name}", 0o755)):
    os.makedirs(folder, exist_ok=True)
    os.chmod(folder, mode)
for part, text in (("cert", pem(leaf)), ("chain", pem(middle)), ("fullchain", pem(leaf) + pem(middle)), ("privkey", secret)):
    path = f"{top}/archive/{name}/{part}1.pem"
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600 if part == "privkey" else 0o644), "wb") as out:
        out.write(text)
    os.symlink(f"../../archive/{name}/{part}1.pem", f"{top}/live/{name}/{part}.pem")
