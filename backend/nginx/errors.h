// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <vector>

namespace gw {

/// What nginx refuses in one file, in the words of its own log: "unexpected \"}\"".
struct NginxError {
    QByteArray message;   ///< untrusted where it quotes the file
    qsizetype offset = 0; ///< the byte it is about
    int line = 0;         ///< from 1, as nginx says it
    int column = 0;       ///< from 1, in bytes

    /// As `nginx -t` prints it behind the process id: "unexpected \"}\" in /etc/nginx/nginx.conf:7".
    QByteArray inFile(const QByteArray &path) const { return message + " in " + path + ':' + QByteArray::number(line); }
    friend bool operator==(const NginxError &, const NginxError &) = default;
};

/// The errors of one text, in the order nginx would meet them if it went on after the first.
class NginxErrors {
public:
    /// Of a hostile text only so many are kept.
    static constexpr qsizetype most = 100;

    bool isFull() const { return m_errors.size() >= most; }
    void unexpected(char c, qsizetype offset);
    /// "unexpected end of file, expecting …"; only the first one of a file counts.
    void unexpectedEnd(QByteArrayView expected, qsizetype offset);
    /// More than 4096 bytes from `offset` on; `quote` is open (0: none).
    void tooLong(QByteArrayView text, qsizetype offset, char quote);
    void add(const QByteArray &message, qsizetype offset);

    /// With their places, once the starts of all lines are known.
    QList<NginxError> placed(const std::vector<quint32> &lineStarts) &&;

private:
    QList<NginxError> m_errors;
    bool m_hasEnd = false;
};

/// The number of the line (from 0) that holds `offset`.
qsizetype nginxLineIndex(const std::vector<quint32> &lineStarts, qsizetype offset);

} // namespace gw
