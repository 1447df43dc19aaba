# SPDX-FileCopyrightText: 2026 The Gatewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2034
# The same server as it should be: keys only, a firewall, every service on loopback with its own user, nginx with TLS and a
# lock in front. Nothing on it is a finding of medium severity or above.

LAB_KEY_USERS=dev,ops
LAB_PASSWORD_USERS=
LAB_ROOT_PASSWORD=
LAB_OPS_PASSWORD=
LAB_DOMAINS=chat.hardened.test,lora.hardened.test,jupyter.hardened.test
LAB_READY='supervisorctl status qwen-chat | grep -q RUNNING && fail2ban-client ping && for port in 3001 7860 8888; do ss -tlnH "sport = :$port" | grep -q . || exit 1; done'

# Of no worth: they open the lab's own gates. LAB_WEB_PASSWORD is Jupyter's, and that of the user `lora` before the WebUI.
LAB_WEB_PASSWORD=lab-web-1
LAB_API_KEY=lab-api-key-1

provision() {
    LAB_ROOT_PASSWORD='*' LAB_OPS_PASSWORD='*' make_users
    usermod --lock root
    usermod --lock ops
    local user
    for user in qwen:qwen-user lora:lora jupyter:jupyter; do
        useradd --system --user-group --home-dir "/var/lib/${user%%:*}" --shell /usr/sbin/nologin "${user##*:}"
        install -d -m 0750 -o "${user##*:}" -g "${user##*:}" "/var/lib/${user%%:*}"
    done

    put hardened
    put_standins
    chmod 0600 /etc/ssh/sshd_config
    chmod 0700 /root
    chmod 0755 /etc/letsencrypt/renewal-hooks/deploy/reload-nginx
    awk '$5 >= 3071' /etc/ssh/moduli >/etc/ssh/moduli.safe && mv /etc/ssh/moduli.safe /etc/ssh/moduli

    install -d /srv/chat /opt/lora-scripts /var/www/letsencrypt
    install -m 0644 /mnt/standins/qwen-chat/chat.html /srv/chat/
    install -m 0644 /mnt/standins/lora-scripts/gui.py /opt/lora-scripts/
    install -d -m 0700 -o jupyter -g jupyter /var/lib/jupyter/.jupyter
    python3 - "$LAB_WEB_PASSWORD" <<'PYTHON' | install -m 0600 -o jupyter -g jupyter /dev/stdin /var/lib/jupyter/.jupyter/jupyter_server_config.py
import hashlib, secrets, sys
salt = secrets.token_hex(8)
print("c.ServerApp.ip = '127.0.0.1'")
print("c.ServerApp.port = 8888")
print("c.ServerApp.open_browser = False")
print("c.ServerApp.local_hostnames = ['jupyter.hardened.test']")
print(f"c.PasswordIdentityProvider.hashed_password = 'sha256:{salt}:{hashlib.sha256((sys.argv[1] + salt).encode()).hexdigest()}'")
PYTHON

    htpasswd -nbB lora "$LAB_WEB_PASSWORD" | grep . | install -m 0640 -g www-data /dev/stdin /etc/nginx/htpasswd
    install -m 0640 /dev/stdin /etc/nginx/api-keys <<<"\"Bearer $LAB_API_KEY\" 1;"
    rm /etc/nginx/sites-enabled/default
    local site
    for site in 00-default chat lora jupyter; do ln -s "../sites-available/$site" /etc/nginx/sites-enabled/; done

    # ssh first, then the rest, then the switch: nobody is ever locked out.
    ufw default deny incoming
    ufw default allow outgoing
    ufw allow 22/tcp comment ssh
    ufw allow 80/tcp comment 'redirect and ACME'
    ufw allow 443/tcp comment https
    sed -i 's/^ENABLED=.*/ENABLED=yes/' /etc/ufw/ufw.conf

    chmod 0755 /usr/local/lib/gatewright-lab/timedatectl
    dpkg-divert --local --rename --divert /usr/bin/timedatectl.distrib --add /usr/bin/timedatectl
    install -m 0755 /usr/local/lib/gatewright-lab/timedatectl /usr/bin/timedatectl
    rm -r /usr/local/lib/gatewright-lab

    systemctl enable fail2ban jupyter lora-scripts certbot.timer systemd-timesyncd unattended-upgrades ufw
}

personalise() {
    host_keys ed25519
    authorise dev ops
    lineage chat.hardened.test 15 75 chat.hardened.test lora.hardened.test jupyter.hardened.test
    # The server trusts who signed its certificate.
    printf '%s\n' "$LAB_CA" >/usr/local/share/ca-certificates/gatewright-lab.crt
    printf '%s\n' "$LAB_CA" >>/etc/ssl/certs/ca-certificates.crt
    ln -s /usr/local/share/ca-certificates/gatewright-lab.crt "/etc/ssl/certs/$(openssl x509 -noout -hash -in /usr/local/share/ca-certificates/gatewright-lab.crt).0"
    install -d -m 0700 /var/backups/letsencrypt
    (umask 077 && tar -C /etc -czf /var/backups/letsencrypt/lineages.tar.gz letsencrypt)
}
