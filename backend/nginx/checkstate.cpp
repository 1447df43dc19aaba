// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/checkstate.h"

#include "backend/nginx/directivedata.h"

namespace gw::nginxcheck {

/// Of a hostile configuration only so many are said.
static constexpr qsizetype mostComplaints = 1000;

bool State::isNewerThanKnown() const
{
    static const NginxVersion newest = newestKnownNginx();
    return newest < m_build.version();
}

void State::add(const NginxComplaint &complaint)
{
    m_hasRefused |= complaint.severity == NginxComplaint::Severity::Emergency;
    if (m_complaints.size() < mostComplaints)
        m_complaints.append(complaint);
}

void State::complain(NginxComplaint::Severity severity, const Subject &subject, const QByteArray &words, Place place)
{
    const NginxNode node = subject.setting.node();
    NginxComplaint complaint{severity, subject.setting.file(), {}, {}, {}};
    complaint.span = subject.argument >= 0      ? node.argumentSpan(subject.argument)
                     : subject.setting.isRoot() ? NginxSpan()
                     : subject.argument == -1   ? node.nameSpan()
                                                : node.head();
    const NginxTree &tree = m_config.files()[complaint.file].tree;
    const int line = subject.setting.isRoot() ? 1 : node.reportedLine();
    complaint.error = {words, complaint.span.start, line, tree.placeOf(complaint.span.start).column};
    if (place == Place::Named)
        complaint.place = placeOf(complaint.file, line);
    add(complaint);
}

QByteArray State::placeOf(int file, int line) const
{
    return m_config.files()[file].path.bytes() + ':' + QByteArray::number(line);
}

NginxComplaint State::atEndOf(const NginxSetting &block, const QByteArray &words) const
{
    const qsizetype offset = block.node().span().end - 1;
    const NginxPlace place = m_config.files()[block.file()].tree.placeOf(offset);
    return {NginxComplaint::Severity::Emergency,
            block.file(),
            {words, offset, place.line, place.column},
            block.node().head(),
            placeOf(block.file(), place.line)};
}

void State::refuse(const Subject &subject, const QByteArray &words, Place place)
{
    complain(NginxComplaint::Severity::Emergency, subject, words, place);
}

void State::warn(const Subject &subject, const QByteArray &words, Place place)
{
    complain(NginxComplaint::Severity::Warning, subject, words, place);
}

} // namespace gw::nginxcheck
