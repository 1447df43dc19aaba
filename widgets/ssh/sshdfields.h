// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace gw {

/// One setting of sshd that the form offers, in plain words. Texts are sources in the context "ssh".
struct SshdField {
    enum class Group { Entry, People, Sessions, Limits, Words };
    /// What a person changes it with.
    enum class Control { Port, Flag, Choice, Number, Seconds, Names, Path, Algorithms };
    struct Choice {
        const char *value;
        const char *text;
    };

    const char *keyword; ///< lower case, as `sshd -T` prints it
    Group group;
    Control control;
    const char *label;
    const char *help;           ///< what it does, one sentence; the tooltip
    QList<Choice> choices = {}; ///< Control::Choice
};

/// In the order of the form. The lists of algorithms follow each other: they are one row.
const QList<SshdField> &sshdFields();

QString sshdGroupName(SshdField::Group group);
QString sshdFieldLabel(const SshdField &field);
QString sshdFieldHelp(const SshdField &field);
/// A value as the form says it: "with a key only" for "prohibit-password", "yes", "120 s", "everybody".
QString sshdShownValue(const SshdField &field, const QString &value);

} // namespace gw
