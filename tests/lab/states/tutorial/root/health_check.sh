#!/bin/bash
# Every five minutes from cron; there is nobody on this machine who could deliver the mail.
if ! curl -sf -m 10 http://127.0.0.1:3001/health >/dev/null; then
    echo "qwen-chat is down on $(hostname)" | mail -s "ALERT: qwen-chat" admin@tutorial.test
    supervisorctl restart qwen-chat
fi
