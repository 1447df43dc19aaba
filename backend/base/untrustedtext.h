// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QMetaType>
#include <QString>

namespace gw {

/// Text that a server, a file of a server or a peer sent. It is data: it reaches a person only through
/// shown() / shownLines(), which make control and bidirectional characters visible, and only in sinks that
/// are set to plain text. raw() is for comparing and parsing, never for display.
class UntrustedText {
public:
    UntrustedText() = default;
    explicit UntrustedText(QString raw) : m_raw(std::move(raw)) {}
    /// Decodes UTF-8; every invalid byte becomes U+FFFD.
    static UntrustedText fromBytes(QByteArrayView bytes) { return UntrustedText(QString::fromUtf8(bytes)); }

    const QString &raw() const { return m_raw; }
    bool isEmpty() const { return m_raw.isEmpty(); }

    /// One line: C0/C1 controls, line breaks, bidi controls and invisible format characters become visible
    /// symbols ("␛", "␊", "⟨U+202E⟩"); more than `limit` characters end in "…".
    QString shown(qsizetype limit = 400) const;
    /// The same with line feeds and tabs kept, for panes of source text.
    QString shownLines() const;

    friend bool operator==(const UntrustedText &, const UntrustedText &) = default;
    friend auto operator<=>(const UntrustedText &a, const UntrustedText &b) { return a.m_raw.compare(b.m_raw) <=> 0; }
    friend bool operator==(const UntrustedText &a, QStringView b) { return a.m_raw == b; }
    friend size_t qHash(const UntrustedText &text, size_t seed = 0) { return qHash(text.m_raw, seed); }

private:
    QString m_raw;
};

} // namespace gw
