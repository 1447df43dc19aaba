# SPDX-FileCopyrightText: 2026 The Gatewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2034
# The server as three widely read tutorials leave it: everything answers to everybody, and most of it as root.

LAB_DOMAINS=chat.tutorial.test,lora.tutorial.test,jupyter.tutorial.test
LAB_READY='supervisorctl status qwen-chat | grep -q RUNNING && for port in 3001 7860 8000 8888; do ss -tlnH "sport = :$port" | grep -q . || exit 1; done'

provision() {
    make_users
    put tutorial
    put_standins
    install -d /root/build /root/lora-scripts /root/models
    cp --no-preserve=mode,ownership /mnt/standins/qwen-chat/* /root/build/
    cp --no-preserve=mode,ownership /mnt/standins/lora-scripts/gui.py /root/lora-scripts/
    chmod 0700 /root
    chmod 0755 /root/health_check.sh

    # A key from long ago that nobody remembers, and one of a kind that sshd does not even take any more.
    install -d -m 0700 -o dev -g dev /home/dev/.ssh
    ssh-keygen -q -t rsa -b 1024 -N '' -C old-laptop -f /tmp/weak
    ssh-keygen -q -t dsa -N '' -C backup@nas-2014 -f /tmp/ancient
    cat /tmp/weak.pub /tmp/ancient.pub >/home/dev/.ssh/authorized_keys
    chown dev:dev /home/dev/.ssh/authorized_keys

    htpasswd -bc /etc/nginx/.htpasswd qwen lab-qwen-1
    chmod 0644 /etc/nginx/.htpasswd
    local site
    for site in qwen-chat lora jupyter; do ln -s "../sites-available/$site" /etc/nginx/sites-enabled/; done

    # ufw stays inactive; its rules, had it been enabled, would have locked everybody out.
    ufw deny 3001 >/dev/null
    ufw deny 8000 >/dev/null

    systemctl enable fail2ban qwen-web jupyter model-sync
    systemctl disable certbot.timer
    rm -f /etc/cron.d/certbot
    crontab - <<'CRON'
*/5 * * * * /root/health_check.sh
0 3 * * * certbot renew --quiet --post-hook "systemctl reload nginx"
@reboot cd /root/lora-scripts && nohup python3 gui.py --host 0.0.0.0 --port 7860 >/root/lora-scripts/gui.log 2>&1 &
CRON
}

personalise() {
    host_keys ed25519 ecdsa rsa
    authorise root dev ops
    lineage chat.tutorial.test 84 6 chat.tutorial.test
}
