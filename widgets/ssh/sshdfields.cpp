// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ssh/sshdfields.h"

#include "backend/base/untrustedtext.h"

#include <QCoreApplication>

namespace gw {
namespace {

using Group = SshdField::Group;
using Control = SshdField::Control;

QString translated(const char *text)
{
    return QCoreApplication::translate("ssh", text);
}

} // namespace

const QList<SshdField> &sshdFields()
{
    static const QList<SshdField> fields{
        {"port", Group::Entry, Control::Port, QT_TRANSLATE_NOOP("ssh", "Port"),
         QT_TRANSLATE_NOOP("ssh", "Where sshd listens. Another port keeps the noise of scanners away; the firewall is "
                                  "opened first, and both ports stay open until the new one was proven.")},
        {"pubkeyauthentication", Group::Entry, Control::Flag, QT_TRANSLATE_NOOP("ssh", "Login with a key"),
         QT_TRANSLATE_NOOP("ssh", "A key cannot be guessed and never leaves the computer of its owner.")},
        {"passwordauthentication", Group::Entry, Control::Flag, QT_TRANSLATE_NOOP("ssh", "Login with a password"),
         QT_TRANSLATE_NOOP("ssh", "Passwords are guessed by machines all day. Switch them off once a key works.")},
        {"kbdinteractiveauthentication", Group::Entry, Control::Flag,
         QT_TRANSLATE_NOOP("ssh", "Keyboard-interactive login"),
         QT_TRANSLATE_NOOP("ssh",
                           "The server asks: one-time codes, and with PAM the password too, whatever the setting "
                           "above says.")},
        {"permitrootlogin",
         Group::Entry,
         Control::Choice,
         QT_TRANSLATE_NOOP("ssh", "Login as root"),
         QT_TRANSLATE_NOOP("ssh", "Every scanner tries this name first. Log in as yourself and become root by sudo."),
         {{"yes", QT_TRANSLATE_NOOP("ssh", "yes")},
          {"prohibit-password", QT_TRANSLATE_NOOP("ssh", "with a key only")},
          {"forced-commands-only", QT_TRANSLATE_NOOP("ssh", "for fixed commands")},
          {"no", QT_TRANSLATE_NOOP("ssh", "no")}}},

        {"allowusers", Group::People, Control::Names, QT_TRANSLATE_NOOP("ssh", "Allowed users"),
         QT_TRANSLATE_NOOP("ssh", "Names with spaces between them; nobody else may log in. Patterns (dev*) and origins "
                                  "(dev@10.0.0.0/8) are understood.")},
        {"allowgroups", Group::People, Control::Names, QT_TRANSLATE_NOOP("ssh", "Allowed groups"),
         QT_TRANSLATE_NOOP("ssh", "Who is in none of them may not log in.")},

        {"x11forwarding", Group::Sessions, Control::Flag, QT_TRANSLATE_NOOP("ssh", "X11 forwarding"),
         QT_TRANSLATE_NOOP("ssh", "Programs on the server open windows here, and can read the keyboard here.")},
        {"allowagentforwarding", Group::Sessions, Control::Flag, QT_TRANSLATE_NOOP("ssh", "Agent forwarding"),
         QT_TRANSLATE_NOOP("ssh", "Root on the server can log in elsewhere with the keys of whoever is connected.")},
        {"allowtcpforwarding",
         Group::Sessions,
         Control::Choice,
         QT_TRANSLATE_NOOP("ssh", "TCP forwarding (tunnels)"),
         QT_TRANSLATE_NOOP("ssh", "Ports of the server reached through ssh, as for a notebook on 127.0.0.1."),
         {{"yes", QT_TRANSLATE_NOOP("ssh", "both ways")},
          {"local", QT_TRANSLATE_NOOP("ssh", "to the server only")},
          {"remote", QT_TRANSLATE_NOOP("ssh", "from the server only")},
          {"no", QT_TRANSLATE_NOOP("ssh", "no")}}},

        {"maxauthtries", Group::Limits, Control::Number, QT_TRANSLATE_NOOP("ssh", "Login attempts per connection"),
         QT_TRANSLATE_NOOP("ssh", "Each key that an agent offers counts as one attempt.")},
        {"logingracetime", Group::Limits, Control::Seconds, QT_TRANSLATE_NOOP("ssh", "Time to log in"),
         QT_TRANSLATE_NOOP("ssh", "After it the connection is closed; 0 is for ever.")},
        {"clientaliveinterval", Group::Limits, Control::Seconds,
         QT_TRANSLATE_NOOP("ssh", "Keep-alive: ask a silent client after"),
         QT_TRANSLATE_NOOP("ssh", "0: never. Dead connections stay open then.")},
        {"clientalivecountmax", Group::Limits, Control::Number,
         QT_TRANSLATE_NOOP("ssh", "Keep-alive: drop it after missed answers"),
         QT_TRANSLATE_NOOP("ssh", "0: a silent client is never dropped.")},

        {"banner", Group::Words, Control::Path, QT_TRANSLATE_NOOP("ssh", "Banner before the login"),
         QT_TRANSLATE_NOOP("ssh", "A file on the server that everybody sees who connects.")},
        {"kexalgorithms", Group::Words, Control::Algorithms, QT_TRANSLATE_NOOP("ssh", "Key exchange"), ""},
        {"ciphers", Group::Words, Control::Algorithms, QT_TRANSLATE_NOOP("ssh", "Ciphers"), ""},
        {"macs", Group::Words, Control::Algorithms, QT_TRANSLATE_NOOP("ssh", "Message authentication"), ""},
        {"hostkeyalgorithms", Group::Words, Control::Algorithms, QT_TRANSLATE_NOOP("ssh", "Host key algorithms"), ""},
        {"pubkeyacceptedalgorithms", Group::Words, Control::Algorithms, QT_TRANSLATE_NOOP("ssh", "User key algorithms"),
         ""},
    };
    return fields;
}

QString sshdGroupName(SshdField::Group group)
{
    switch (group) {
    case Group::Entry: return translated(QT_TRANSLATE_NOOP("ssh", "Login"));
    case Group::People: return translated(QT_TRANSLATE_NOOP("ssh", "Users and groups"));
    case Group::Sessions: return translated(QT_TRANSLATE_NOOP("ssh", "Forwarding"));
    case Group::Limits: return translated(QT_TRANSLATE_NOOP("ssh", "Limits"));
    case Group::Words: return translated(QT_TRANSLATE_NOOP("ssh", "Banner and algorithms"));
    }
    Q_UNREACHABLE();
}

QString sshdFieldLabel(const SshdField &field)
{
    return translated(field.label);
}

QString sshdFieldHelp(const SshdField &field)
{
    return *field.help ? translated(field.help) : QString();
}

QString sshdShownValue(const SshdField &field, const QString &value)
{
    for (const SshdField::Choice &choice : field.choices) {
        if (value == QLatin1String(choice.value))
            return translated(choice.text);
    }
    switch (field.control) {
    case Control::Flag:
        return value == QLatin1String("yes")  ? translated(QT_TRANSLATE_NOOP("ssh", "yes"))
               : value == QLatin1String("no") ? translated(QT_TRANSLATE_NOOP("ssh", "no"))
                                              : UntrustedText(value).shown(60);
    case Control::Seconds: return translated(QT_TRANSLATE_NOOP("ssh", "%1 s")).arg(UntrustedText(value).shown(20));
    case Control::Names:
        return value.isEmpty() ? translated(QT_TRANSLATE_NOOP("ssh", "everybody")) : UntrustedText(value).shown(120);
    case Control::Path:
        return value == QLatin1String("none") || value.isEmpty() ? translated(QT_TRANSLATE_NOOP("ssh", "none"))
                                                                 : UntrustedText(value).shown(120);
    default: return UntrustedText(value).shown(120);
    }
}

} // namespace gw
