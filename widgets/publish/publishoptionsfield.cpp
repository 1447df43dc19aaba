// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/publish/publishoptionsfield.h"

#include "widgets/parts/plainlabel.h"
#include "widgets/publish/wordlist.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QEvent>
#include <QGridLayout>
#include <QLineEdit>
#include <QSpinBox>

namespace gw {
namespace {

constexpr int columns = 2;

struct OptionWords {
    bool Publish::*value;
    const char *name;
    const char *title;
    const char *help; ///< what it sets, and why
};

const OptionWords optionWords[] = {
    {&Publish::webSocket, "publishWebSocket", QT_TRANSLATE_NOOP("PublishOptions", "WebSocket"),
     QT_TRANSLATE_NOOP("PublishOptions",
                       "Passes Upgrade and Connection on, which interfaces with live progress, kernels and terminals "
                       "need")},
    {&Publish::streaming, "publishStreaming", QT_TRANSLATE_NOOP("PublishOptions", "Streaming"),
     QT_TRANSLATE_NOOP("PublishOptions", "proxy_buffering off: each piece of an answer is passed on at once")},
    {&Publish::compression, "publishCompression", QT_TRANSLATE_NOOP("PublishOptions", "Gzip"),
     QT_TRANSLATE_NOOP("PublishOptions", "Style sheets, scripts and fonts are compressed; answers that may hold a "
                                         "secret are not")},
    {&Publish::cacheAssets, "publishCacheAssets", QT_TRANSLATE_NOOP("PublishOptions", "Cache assets"),
     QT_TRANSLATE_NOOP("PublishOptions", "Browsers keep style sheets, scripts and fonts for a week")},
    {&Publish::securityHeaders, "publishSecurityHeaders", QT_TRANSLATE_NOOP("PublishOptions", "Security headers"),
     QT_TRANSLATE_NOOP("PublishOptions", "Browsers may not guess types, show the site in frames of others, or tell "
                                         "others where one came from")},
    {&Publish::ownLogs, "publishOwnLogs", QT_TRANSLATE_NOOP("PublishOptions", "Logs of its own"),
     QT_TRANSLATE_NOOP("PublishOptions", "Files of its own, with the times that the service took")},
    {&Publish::health, "publishHealth", QT_TRANSLATE_NOOP("PublishOptions", "Health check"),
     QT_TRANSLATE_NOOP("PublishOptions", "/gatewright-health says that nginx answers for the site")},
    {&Publish::status, "publishStatus", QT_TRANSLATE_NOOP("PublishOptions", "Status numbers"),
     QT_TRANSLATE_NOOP("PublishOptions", "Numbers of connections, at 127.0.0.1:8089/nginx_status on the server alone")},
    {&Publish::closePort, "publishClosePort", QT_TRANSLATE_NOOP("PublishOptions", "Close its naked port"),
     QT_TRANSLATE_NOOP("PublishOptions", "In the firewall: then the service is reached through nginx alone")},
    {&Publish::enableFirewall, "publishEnableFirewall", QT_TRANSLATE_NOOP("PublishOptions", "Switch on the firewall"),
     QT_TRANSLATE_NOOP("PublishOptions", "Where none is at work: it lets in ssh and the site, and nothing else")},
    {&Publish::toLoopback, "publishToLoopback", QT_TRANSLATE_NOOP("PublishOptions", "Move it to loopback"),
     QT_TRANSLATE_NOOP("PublishOptions", "Its start file gets 127.0.0.1 for an address, and it is started again")},
};

QString optionText(const char *text)
{
    return QCoreApplication::translate("PublishOptions", text);
}

} // namespace

PublishOptionsField::PublishOptionsField(QWidget *parent) : PublishField({PublishProblem::Field::Options}, parent)
{
    m_origins = new QLineEdit(this);
    m_origins->setObjectName(QStringLiteral("publishOrigins"));
    m_origins->setMaxLength(4000);
    body()->addWidget(makeBoxes());
    body()->addWidget(m_origins);
    body()->addSpacing(6);
    body()->addWidget(makeNumbers());
    connect(m_origins, &QLineEdit::textEdited, this, &PublishOptionsField::edited);
    clear();
    retranslate();
}

QWidget *PublishOptionsField::makeBoxes()
{
    auto *area = new QWidget(this);
    auto *grid = new QGridLayout(area);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(7);
    int place = 0;
    const auto add = [&](const char *name) {
        auto *box = new QCheckBox(area);
        box->setObjectName(QLatin1String(name));
        grid->addWidget(box, place / columns, place % columns);
        ++place;
        connect(box, &QCheckBox::clicked, this, [this] {
            refresh();
            Q_EMIT edited();
        });
        return box;
    };
    for (const OptionWords &words : optionWords)
        m_options.append({add(words.name), words.value});
    m_cors = add("publishCors");
    grid->setColumnStretch(columns, 1);
    return area;
}

QWidget *PublishOptionsField::makeNumbers()
{
    auto *area = new QWidget(this);
    auto *grid = new QGridLayout(area);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(6);
    m_patience = makeNumber(grid, "publishPatience", 1, 86'400);
    m_upload = makeNumber(grid, "publishUpload", 1, 1'048'576);
    m_rate = makeNumber(grid, "publishRate", 0, 100'000);
    m_http = makeNumber(grid, "publishHttpPort", 1, 65'535);
    m_https = makeNumber(grid, "publishHttpsPort", 1, 65'535);
    grid->setColumnStretch(0, 1);
    return area;
}

PublishOptionsField::Number PublishOptionsField::makeNumber(QGridLayout *grid, const char *name, int least, int most)
{
    Number made{new PlainLabel(PlainLabel::Role::Small, Tone::Muted, this), new QSpinBox(this)};
    made.box->setObjectName(QLatin1String(name));
    made.box->setRange(least, most);
    made.box->setFixedWidth(112);
    made.box->setFocusPolicy(Qt::StrongFocus);
    made.box->installEventFilter(this);
    const int row = grid->rowCount();
    grid->addWidget(made.caption, row, 0);
    grid->addWidget(made.box, row, 1);
    connect(made.box, &QSpinBox::valueChanged, this, &PublishOptionsField::edited);
    return made;
}

QCheckBox *PublishOptionsField::boxOf(bool Publish::*value) const
{
    for (const Option &option : m_options) {
        if (option.value == value)
            return option.box;
    }
    Q_UNREACHABLE();
}

void PublishOptionsField::setPreset(const Publish &preset)
{
    for (const Option &option : std::as_const(m_options))
        option.box->setChecked(preset.*option.value);
    m_patience.box->setValue(preset.patienceSeconds);
    m_upload.box->setValue(preset.uploadMegabytes);
    m_rate.box->setValue(preset.requestsPerSecond);
    refresh();
}

void PublishOptionsField::setServicePort(quint16 port)
{
    m_servicePort = port;
    retranslate();
}

void PublishOptionsField::clear()
{
    m_cors->setChecked(false);
    m_origins->clear();
    m_http.box->setValue(Publish().httpPort);
    m_https.box->setValue(Publish().httpsPort);
    setPreset(publishPreset(PublishKind::Other));
}

void PublishOptionsField::take(Publish &wish) const
{
    for (const Option &option : m_options)
        wish.*option.value = option.box->isChecked();
    wish.closePort = wish.closePort && m_servicePort != 0;
    wish.toLoopback = wish.toLoopback && m_servicePort != 0;
    wish.corsOrigins = m_cors->isChecked() ? wordsIn(m_origins->text()) : QStringList();
    wish.patienceSeconds = m_patience.box->value();
    wish.uploadMegabytes = m_upload.box->value();
    wish.requestsPerSecond = m_rate.box->value();
    wish.httpPort = quint16(m_http.box->value());
    wish.httpsPort = quint16(m_https.box->value());
}

void PublishOptionsField::refresh()
{
    m_origins->setVisible(m_cors->isChecked());
    for (bool Publish::*ofService : {&Publish::closePort, &Publish::toLoopback})
        boxOf(ofService)->setVisible(m_servicePort != 0);
}

bool PublishOptionsField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Wheel) {
        event->ignore(); // the form scrolls; a number must not change by that
        return true;
    }
    return PublishField::eventFilter(watched, event);
}

void PublishOptionsField::changeEvent(QEvent *event)
{
    PublishField::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PublishOptionsField::retranslate()
{
    setCaption(tr("Also"));
    for (qsizetype i = 0; i < m_options.size(); ++i) {
        m_options[i].box->setText(optionText(optionWords[i].title));
        m_options[i].box->setToolTip(plainToolTip(optionText(optionWords[i].help)));
        m_options[i].box->setAccessibleDescription(optionText(optionWords[i].help));
    }
    if (m_servicePort != 0)
        boxOf(&Publish::closePort)->setText(tr("Close port %1").arg(m_servicePort));
    m_cors->setText(tr("CORS…"));
    m_cors->setToolTip(plainToolTip(tr("Scripts of these sites may call it, also with a preflight")));
    m_origins->setPlaceholderText(QStringLiteral("https://app.example.org"));
    m_origins->setAccessibleName(tr("Origins whose scripts may call it"));
    const auto say = [](const Number &number, const QString &text) {
        number.caption->setText(text);
        number.box->setAccessibleName(text);
    };
    say(m_patience, tr("Longest silence, seconds"));
    say(m_upload, tr("Largest request, megabytes"));
    say(m_rate, tr("Requests of one address in a second"));
    m_rate.box->setSpecialValueText(tr("any"));
    say(m_http, tr("Port for http"));
    say(m_https, tr("Port for https"));
    refresh();
}

} // namespace gw
