// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ssh/sshddraft.h"

#include "widgets/ssh/sshdobjections.h"

#include <QSet>
#include <algorithm>

namespace gw {
namespace {

const SshdField *fieldOf(const QString &keyword)
{
    const auto &fields = sshdFields();
    const auto found = std::find_if(fields.cbegin(), fields.cend(),
                                    [&](const SshdField &field) { return keyword == QLatin1String(field.keyword); });
    return found == fields.cend() ? nullptr : &*found;
}

SshdField::Control controlOf(const QString &keyword)
{
    const SshdField *field = fieldOf(keyword);
    return field ? field->control : SshdField::Control::Path;
}

/// "PermitRootLogin"
QString properName(const QString &keyword)
{
    const SshdKeyword *known = sshdKeyword(keyword);
    return known ? QString::fromLatin1(known->name) : keyword;
}

/// `sshd -T` spells this value in two ways, by version.
QString settled(const QString &value)
{
    return value == QLatin1String("without-password") ? QStringLiteral("prohibit-password") : value;
}

/// What a person writes into a field, as it would stand in the file.
QString written(const QString &keyword, const QString &typed)
{
    QString value = typed;
    switch (controlOf(keyword)) {
    case SshdField::Control::Names: return value.replace(u',', u' ').simplified();
    case SshdField::Control::Algorithms: return value.remove(u' ').trimmed();
    case SshdField::Control::Path: return typed.trimmed().isEmpty() ? QStringLiteral("none") : typed.trimmed();
    default: return typed.trimmed();
    }
}

QString textOf(const QList<UntrustedText> &values)
{
    QStringList texts;
    for (const UntrustedText &value : values)
        texts << value.raw();
    return settled(texts.join(u' '));
}

/// The value of a keyword under its name of today, though an old sshd prints it under the name of then.
QString valueIn(const SshdEffective &effective, const QString &keyword)
{
    const QList<UntrustedText> values = effective.values.value(keyword);
    if (!values.isEmpty())
        return textOf(values);
    for (const SshdKeyword &other : sshdKeywords()) {
        const bool isOldName = other.kind == SshdKeyword::Kind::Alias &&
                               keyword.compare(QLatin1String(other.instead), Qt::CaseInsensitive) == 0;
        if (isOldName && effective.has(sshdPrintedName(other)))
            return textOf(effective.values.value(sshdPrintedName(other)));
    }
    return {};
}

/// By the value it shows; where no line sets one there is none, and the rule bears the name ("sshd.allow-users").
bool isAbout(const Finding &finding, const QString &keyword)
{
    if (finding.rule.topic() != QLatin1String("sshd"))
        return false;
    if (!finding.effective.isEmpty())
        return finding.effective.raw().section(u' ', 0, 0).toLower() == keyword;
    return finding.rule.text().section(u'.', 1).remove(u'-') == keyword;
}

/// The port of "[::]:22" and the like.
QString portOf(const UntrustedText &listen)
{
    return listen.raw().section(u':', -1);
}

} // namespace

QString profileName(AlgorithmProfile profile)
{
    switch (profile) {
    case AlgorithmProfile::AsItIs: return QCoreApplication::translate("SshdDraft", "as they are");
    case AlgorithmProfile::Modern: return sshdProfileName(SshdProfile::Modern);
    case AlgorithmProfile::Compatible: return sshdProfileName(SshdProfile::Compatible);
    case AlgorithmProfile::Custom: return QCoreApplication::translate("SshdDraft", "custom");
    }
    Q_UNREACHABLE();
}

QString shortPlace(const SshdOrigin &origin)
{
    const QString path = origin.file.shown();
    const QString known = QStringLiteral("/etc/ssh/");
    return QStringLiteral("%1:%2").arg(path.startsWith(known) ? path.mid(known.size()) : path).arg(origin.line);
}

void SshdDraft::setFacts(std::shared_ptr<const Facts> facts, std::shared_ptr<const Review> review)
{
    m_view.reset();
    m_facts = std::move(facts);
    m_review = std::move(review);
    const bool hasSettings = m_facts && m_facts->sshd && (m_facts->sshd->effective || !m_facts->sshd->files.isEmpty());
    if (hasSettings)
        m_view = std::make_unique<const SshdView>(*m_facts, *m_facts->sshd);
    m_fromFiles = hasSettings ? m_view->config().effective() : SshdEffective();
    m_effective = hasSettings && m_facts->sshd->effective ? *m_facts->sshd->effective : m_fromFiles;
    if (!m_facts)
        m_wishes.clear();
    for (const QString &keyword : m_wishes.keys()) {
        if (!isKnown() || (problem(keyword).isEmpty() && !isChanged(keyword)))
            m_wishes.remove(keyword);
    }
}

QString SshdDraft::effective(const QString &keyword) const
{
    if (!isKnown())
        return {};
    if (keyword != QLatin1String("port") || !m_facts->sshd->socketActivated)
        return valueIn(m_effective, keyword);
    QStringList ports;
    for (const UntrustedText &listen : m_facts->sshd->socketListens)
        ports << portOf(listen);
    ports.removeDuplicates();
    return ports.join(u' ');
}

QString SshdDraft::wished(const QString &keyword) const
{
    const auto wish = m_wishes.constFind(keyword);
    return wish == m_wishes.cend() ? effective(keyword) : *wish;
}

void SshdDraft::wish(const QString &keyword, const QString &value)
{
    m_wishes.insert(keyword, value);
    if (value == effective(keyword))
        m_wishes.remove(keyword);
}

std::optional<QString> SshdDraft::understood(const QString &keyword, const QString &typed) const
{
    const QString value = written(keyword, typed);
    if (value.isEmpty() && controlOf(keyword) == SshdField::Control::Names)
        return QString();
    // The one reader of sshd_config decides what is a value, in a file of this one line.
    const RemotePath path(QStringLiteral("/wish"));
    const QString line = QStringLiteral("%1 %2\n").arg(properName(keyword), value);
    const SshdConfig config = SshdConfig::read({SshdFile::parse(path, line.toUtf8())}, path, m_view->version());
    const bool isList = controlOf(keyword) == SshdField::Control::Names;
    if (!config.problems().isEmpty() || config.settings().size() != 1 || value.contains(u'#') ||
        (!isList && config.settings().first().arguments.size() != 1))
        return std::nullopt;
    QStringList printed;
    for (const QByteArray &one : sshdPrintedValues(config.settings().first(), m_view->version()))
        printed << QString::fromUtf8(one);
    if (printed.isEmpty())
        return std::nullopt;
    return settled(printed.join(u' '));
}

bool SshdDraft::isChanged(const QString &keyword) const
{
    const auto wish = m_wishes.constFind(keyword);
    if (wish == m_wishes.cend())
        return false;
    const auto value = understood(keyword, *wish);
    return !value || *value != effective(keyword);
}

QString SshdDraft::finalValue(const QString &keyword) const
{
    return understood(keyword, wished(keyword)).value_or(effective(keyword));
}

int SshdDraft::changes() const
{
    QSet<QString> changed;
    for (const SshdField &field : sshdFields()) {
        const QString keyword = QString::fromLatin1(field.keyword);
        if (isChanged(keyword))
            changed.insert(field.control == SshdField::Control::Algorithms ? QStringLiteral("algorithms") : keyword);
    }
    return int(changed.size());
}

QList<Intent> SshdDraft::intents() const
{
    QList<Intent> intents;
    if (hasProblem())
        return intents;
    for (const SshdField &field : sshdFields()) {
        const QString keyword = QString::fromLatin1(field.keyword);
        if (!isChanged(keyword))
            continue;
        const QString value = written(keyword, wished(keyword));
        if (field.control == SshdField::Control::Port)
            intents << MoveSshPort{value.toUShort()};
        else
            intents << SetSshd{properName(keyword), value};
    }
    return intents;
}

QStringList SshdDraft::changedLines() const
{
    QStringList lines;
    bool algorithms = false;
    for (const SshdField &field : sshdFields()) {
        const QString keyword = QString::fromLatin1(field.keyword);
        if (!isChanged(keyword))
            continue;
        if (field.control == SshdField::Control::Algorithms) {
            algorithms = true;
            continue;
        }
        const QString value = written(keyword, wished(keyword));
        lines << UntrustedText(QStringLiteral("%1 %2").arg(properName(keyword), value)).shown(60).trimmed();
    }
    if (algorithms)
        lines << tr("algorithms: %1").arg(profileName(profile()));
    return lines;
}

QString SshdDraft::problem(const QString &keyword) const
{
    const auto wish = m_wishes.constFind(keyword);
    if (wish == m_wishes.cend() || !isKnown())
        return {};
    const SshdField::Control control = controlOf(keyword);
    if (control == SshdField::Control::Algorithms) {
        if (written(keyword, *wish).isEmpty())
            return tr("Without an algorithm nobody can connect.");
    }
    if (control == SshdField::Control::Path && written(keyword, *wish) != QLatin1String("none") &&
        !wish->trimmed().startsWith(u'/'))
        return tr("The path of a file on the server, from the root: /etc/issue.net");
    if (control == SshdField::Control::Number && wish->trimmed().startsWith(u'-'))
        return tr("A whole number from 0 on");
    if (understood(keyword, *wish))
        return {};
    switch (control) {
    case SshdField::Control::Port: return tr("A port is a number from 1 to 65535.");
    case SshdField::Control::Number: return tr("A whole number from 0 on");
    case SshdField::Control::Seconds: return tr("Seconds, or a time as sshd writes it: 90, 2m, 1h30m");
    default: return tr("sshd does not take this value.");
    }
}

int SshdDraft::problems() const
{
    return int(std::count_if(sshdFields().cbegin(), sshdFields().cend(), [this](const SshdField &field) {
        return !problem(QString::fromLatin1(field.keyword)).isEmpty();
    }));
}

QString SshdDraft::objection(const QString &keyword) const
{
    if (!isKnown() || !isChanged(keyword) || !problem(keyword).isEmpty())
        return {};
    const SshdEffective before = effectiveWith([this](const QString &asked) { return effective(asked); });
    const SshdEffective after = effectiveWith([this](const QString &asked) { return finalValue(asked); });
    return sshdObjection(*m_facts, m_view->version(), keyword, before, after);
}

/// What holds, with the settings of the form under their names of today and as `valueOf` says.
SshdEffective SshdDraft::effectiveWith(const std::function<QString(const QString &keyword)> &valueOf) const
{
    SshdEffective effective = m_effective;
    for (const SshdField &field : sshdFields()) {
        const QString keyword = QString::fromLatin1(field.keyword);
        const QString value = valueOf(keyword);
        if (value.isEmpty())
            effective.values.remove(keyword);
        else
            effective.values.insert(keyword, {UntrustedText(value)});
    }
    return effective;
}

/// An sshd that was started with options of its own does not do what its files say.
bool SshdDraft::filesAgree(const QString &keyword) const
{
    return valueIn(m_fromFiles, keyword) == valueIn(m_effective, keyword);
}

std::optional<SshdSetting> SshdDraft::deciding(const QString &keyword) const
{
    return isKnown() && filesAgree(keyword) ? m_view->config().decidingSetting(keyword) : std::nullopt;
}

QString SshdDraft::origin(const QString &keyword) const
{
    if (!isKnown())
        return {};
    if (keyword == QLatin1String("port") && m_facts->sshd->socketActivated)
        return QStringLiteral("ssh.socket");
    if (const auto setting = deciding(keyword))
        return shortPlace(setting->origin);
    if (!filesAgree(keyword))
        return tr("not in the files that were read");
    const SshdKeyword *known = sshdKeyword(keyword);
    if (controlOf(keyword) == SshdField::Control::Names && known && effective(keyword).isEmpty())
        return tr("no line sets it");
    return m_view->version().isKnown() ? tr("default of %1").arg(m_view->version().shown()) : tr("default");
}

QStringList SshdDraft::exceptions(const QString &keyword) const
{
    QStringList found;
    const SshdField *field = fieldOf(keyword);
    if (!isKnown() || !field)
        return found;
    const auto &byUser = m_facts->sshd->effectiveFor;
    for (auto user = byUser.cbegin(); user != byUser.cend(); ++user) {
        const QString value = valueIn(*user, keyword);
        if (value != valueIn(m_effective, keyword))
            found
                << tr("%1: %2", "user: value").arg(UntrustedText(user.key()).shown(40), sshdShownValue(*field, value));
    }
    return found;
}

const Finding *SshdDraft::finding(const QString &keyword) const
{
    const Finding *worst = nullptr;
    if (!m_review)
        return worst;
    for (const Finding &finding : m_review->findings) {
        if (isAbout(finding, keyword) && (!worst || finding.severity > worst->severity))
            worst = &finding;
    }
    return worst;
}

QStringList SshdDraft::algorithms(const QString &keyword, AlgorithmProfile profile) const
{
    const QStringList now = effective(keyword).split(u',', Qt::SkipEmptyParts);
    if (profile == AlgorithmProfile::AsItIs || !isKnown())
        return now;
    if (profile == AlgorithmProfile::Custom)
        return wished(keyword).split(u',', Qt::SkipEmptyParts);
    const auto named = profile == AlgorithmProfile::Modern ? SshdProfile::Modern : SshdProfile::Compatible;
    for (const Intent &intent : algorithmProfile(named, m_view->version())) {
        const auto *set = std::get_if<SetSshd>(&intent);
        const SshdKeyword *known = set ? sshdCanonicalKeyword(set->keyword) : nullptr;
        if (known && sshdPrintedName(*known) == keyword)
            return set->value.split(u',', Qt::SkipEmptyParts);
    }
    return now;
}

void SshdDraft::wish(AlgorithmProfile profile)
{
    for (const SshdField &field : sshdFields()) {
        const QString keyword = QString::fromLatin1(field.keyword);
        if (field.control == SshdField::Control::Algorithms)
            wish(keyword, algorithms(keyword, profile).join(u','));
    }
}

AlgorithmProfile SshdDraft::profile() const
{
    using Profile = AlgorithmProfile;
    for (const Profile profile : {Profile::AsItIs, Profile::Modern, Profile::Compatible}) {
        bool isIt = true;
        for (const SshdField &field : sshdFields()) {
            const QString keyword = QString::fromLatin1(field.keyword);
            if (field.control == SshdField::Control::Algorithms)
                isIt = isIt && algorithms(keyword, profile).join(u',') == written(keyword, wished(keyword));
        }
        if (isIt)
            return profile;
    }
    return Profile::Custom;
}

} // namespace gw
