// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/publish/publishservicefield.h"

#include "widgets/parts/plainlabel.h"
#include "widgets/publish/publishwords.h"

#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace gw {
namespace {

constexpr PublishKind proxied[] = {PublishKind::OpenAi,  PublishKind::WebUi,  PublishKind::Jupyter,
                                   PublishKind::ComfyUi, PublishKind::Ollama, PublishKind::OpenWebUi,
                                   PublishKind::Other};

QComboBox *makeChoice(QWidget *parent, const char *name)
{
    auto *choice = new QComboBox(parent);
    choice->setObjectName(QLatin1String(name));
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice->setMinimumContentsLength(12);
    choice->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return choice;
}

} // namespace

PublishServiceField::PublishServiceField(QWidget *parent) : PublishField({PublishProblem::Field::Service}, parent)
{
    m_choice = makeChoice(this, "publishService");
    m_address = new QLineEdit(this);
    m_address->setObjectName(QStringLiteral("publishTarget"));
    m_address->setMaxLength(400);
    m_kindCaption = new PlainLabel(PlainLabel::Role::Caption, Tone::Neutral, this);
    m_kind = makeChoice(this, "publishKind");
    for (const PublishKind kind : proxied)
        m_kind->addItem(QString(), int(kind));
    m_preset = new PlainLabel(PlainLabel::Role::Small, Tone::Muted, this);
    m_preset->setObjectName(QStringLiteral("publishPreset"));
    m_preset->setOverflow(PlainLabel::Overflow::Wrap);
    body()->addWidget(m_choice);
    body()->addWidget(m_address);
    body()->addSpacing(6);
    body()->addWidget(m_kindCaption);
    body()->addWidget(m_kind);
    body()->addWidget(m_preset);
    connect(m_choice, &QComboBox::activated, this, &PublishServiceField::serviceChosen);
    connect(m_kind, &QComboBox::activated, this, [this] {
        refresh();
        Q_EMIT kindChanged();
    });
    connect(m_address, &QLineEdit::textEdited, this, &PublishServiceField::edited);
    retranslate();
}

void PublishServiceField::setServices(const QList<PublishableService> &services)
{
    const QString before = m_choice->count() > 0 && chosen() >= 0 ? target() : QString();
    const bool typed = m_choice->count() > 0 && chosen() < 0 && (!m_services.isEmpty() || !m_address->text().isEmpty());
    const int other = typed ? chosen() : int(Address);
    m_services = services;
    listChoices();
    int index = typed || services.isEmpty() ? other : 0;
    for (int i = 0; i < m_services.size() && !typed; ++i) {
        if (m_services[i].target == before)
            index = i;
    }
    m_choice->setCurrentIndex(m_choice->findData(index));
    if (index >= 0 && m_services[index].target == before) {
        refresh(); // the kind that was chosen for it stays
        return;
    }
    serviceChosen();
}

void PublishServiceField::choose(quint16 port)
{
    for (int i = 0; i < m_services.size(); ++i) {
        if (m_services[i].port != port)
            continue;
        m_choice->setCurrentIndex(m_choice->findData(i));
        serviceChosen();
        return;
    }
}

void PublishServiceField::clear()
{
    m_services.clear();
    m_address->clear();
    m_choice->clear();
}

void PublishServiceField::listChoices()
{
    m_choice->clear();
    for (int i = 0; i < m_services.size(); ++i)
        m_choice->addItem(publishtext::service(m_services[i]), i);
    m_choice->addItem(tr("Files of a folder"), int(Folder));
    m_choice->addItem(tr("Another address…"), int(Address));
}

int PublishServiceField::chosen() const
{
    return m_choice->count() == 0 ? int(Address) : m_choice->currentData().toInt();
}

QString PublishServiceField::target() const
{
    return chosen() >= 0 ? m_services[chosen()].target : m_address->text().trimmed();
}

PublishKind PublishServiceField::kind() const
{
    return chosen() == Folder ? PublishKind::Static : PublishKind(m_kind->currentData().toInt());
}

quint16 PublishServiceField::port() const
{
    const QString address = target();
    const bool isSocket = kind() == PublishKind::Static || address.startsWith(QLatin1String("unix:"));
    return isSocket ? 0 : address.section(u':', -1).toUShort();
}

void PublishServiceField::take(Publish &wish) const
{
    wish.kind = kind();
    wish.target = target();
}

void PublishServiceField::serviceChosen()
{
    const PublishKind kind = chosen() >= 0 ? m_services[chosen()].kind : PublishKind::Other;
    m_kind->setCurrentIndex(m_kind->findData(int(kind)));
    refresh();
    Q_EMIT kindChanged();
    if (chosen() < 0 && isVisible())
        m_address->setFocus();
}

void PublishServiceField::refresh()
{
    const bool isFolder = chosen() == Folder;
    m_address->setVisible(chosen() < 0);
    m_address->setPlaceholderText(isFolder ? QStringLiteral("/var/www/site") : QStringLiteral("127.0.0.1:7860"));
    m_address->setAccessibleName(isFolder ? tr("Folder") : tr("Address"));
    m_kindCaption->setVisible(!isFolder);
    m_kind->setVisible(!isFolder);
    m_preset->setText(publishtext::preset(kind()));
    if (chosen() < 0)
        setPill({}, Tone::Neutral);
    else if (m_services[chosen()].isExposed)
        setPill(tr("open to others"), Tone::Warning);
    else
        setPill(tr("this server only"), Tone::Good);
}

void PublishServiceField::changeEvent(QEvent *event)
{
    PublishField::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PublishServiceField::retranslate()
{
    setCaption(tr("Service"));
    m_choice->setAccessibleName(tr("Service"));
    m_kindCaption->setText(tr("Preset"));
    m_kind->setAccessibleName(tr("Preset"));
    for (int i = 0; i < m_kind->count(); ++i)
        m_kind->setItemText(i, publishKindName(PublishKind(m_kind->itemData(i).toInt())));
    const int index = m_choice->currentIndex();
    if (m_choice->count() > 0) {
        listChoices();
        m_choice->setCurrentIndex(index);
    }
    refresh();
}

} // namespace gw
