// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/addserver/serverform.h"

#include "widgets/parts/plainlabel.h"
#include "widgets/theme/paint.h"
#include "widgets/theme/tokens.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>

namespace gw {
namespace {

/// One colour to choose; the empty one stands for none.
class Swatch : public QAbstractButton {
public:
    Swatch(const QString &colour, QWidget *parent) : QAbstractButton(parent), m_colour(colour)
    {
        setCheckable(true);
        setFixedSize(26, 26);
        setObjectName(QStringLiteral("colour.") + (colour.isEmpty() ? QStringLiteral("none") : colour));
    }
    const QString &colour() const { return m_colour; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &t = Tokens::of(this);
        QPainter painter(this);
        const QRectF dot(6, 6, 14, 14);
        if (m_colour.isEmpty()) {
            paint::box(&painter, dot, 7, t.surface, t.faint);
            painter.setPen(QPen(t.faint, 1));
            painter.drawLine(9, 17, 17, 9);
        } else {
            paint::box(&painter, dot, 7, t.named(m_colour));
        }
        if (isChecked())
            paint::box(&painter, QRectF(rect()).adjusted(2, 2, -2, -2), 11, {}, t.text);
        if (paint::showsFocus(this))
            paint::focusRing(&painter, rect(), 13, t);
    }

private:
    QString m_colour;
};

/// Translated names for screen readers and tooltips.
QString colourName(const QString &colour)
{
    static const QMap<QString, const char *> names{
        {QString(), QT_TRANSLATE_NOOP("gw::ServerForm", "No colour")},
        {QStringLiteral("blue"), QT_TRANSLATE_NOOP("gw::ServerForm", "Blue")},
        {QStringLiteral("green"), QT_TRANSLATE_NOOP("gw::ServerForm", "Green")},
        {QStringLiteral("amber"), QT_TRANSLATE_NOOP("gw::ServerForm", "Amber")},
        {QStringLiteral("red"), QT_TRANSLATE_NOOP("gw::ServerForm", "Red")},
        {QStringLiteral("violet"), QT_TRANSLATE_NOOP("gw::ServerForm", "Violet")},
        {QStringLiteral("teal"), QT_TRANSLATE_NOOP("gw::ServerForm", "Teal")},
        {QStringLiteral("pink"), QT_TRANSLATE_NOOP("gw::ServerForm", "Pink")},
        {QStringLiteral("grey"), QT_TRANSLATE_NOOP("gw::ServerForm", "Grey")}};
    return ServerForm::tr(names.value(colour));
}

} // namespace

ServerForm::ServerForm(QWidget *parent) : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    const auto caption = [&](int row, int column) {
        auto *label = new PlainLabel(PlainLabel::Role::Caption, Tone::Muted, this);
        grid->addWidget(label, row, column);
        return label;
    };
    m_nameLabel = caption(0, 0);
    m_groupLabel = caption(0, 1);
    m_name = new QLineEdit(this);
    m_name->setObjectName(QStringLiteral("serverNameEdit"));
    m_name->setMaxLength(80);
    m_group = new QComboBox(this);
    m_group->setObjectName(QStringLiteral("serverGroupEdit"));
    m_group->setEditable(true);
    m_group->setInsertPolicy(QComboBox::NoInsert);
    grid->addWidget(m_name, 1, 0);
    grid->addWidget(m_group, 1, 1);
    grid->setRowMinimumHeight(2, 6);
    m_tagsLabel = caption(3, 0);
    m_colourLabel = caption(3, 1);
    m_tags = new QLineEdit(this);
    m_tags->setObjectName(QStringLiteral("serverTagsEdit"));
    grid->addWidget(m_tags, 4, 0);
    grid->addWidget(makeColours(), 4, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    connect(m_name, &QLineEdit::textChanged, this, &ServerForm::edited);
    connect(m_group, &QComboBox::currentTextChanged, this, &ServerForm::edited);
    connect(m_tags, &QLineEdit::textChanged, this, &ServerForm::edited);
    connect(m_colours, &QButtonGroup::idClicked, this, &ServerForm::edited);
    retranslate();
}

QWidget *ServerForm::makeColours()
{
    auto *area = new QWidget(this);
    auto *row = new QHBoxLayout(area);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    m_colours = new QButtonGroup(this);
    for (const QString &colour : QStringList{QString()} + serverColourNames()) {
        auto *swatch = new Swatch(colour, area);
        m_colours->addButton(swatch);
        row->addWidget(swatch);
    }
    row->addStretch(1);
    m_colours->buttons().first()->setChecked(true);
    return area;
}

void ServerForm::setGroups(const QStringList &groups)
{
    const QString entered = m_group->currentText();
    m_group->clear();
    m_group->addItems(QStringList{QString()} + groups);
    m_group->setCurrentText(entered);
}

void ServerForm::setServer(const Server &server)
{
    m_name->setText(server.name);
    m_group->setCurrentText(server.group);
    m_tags->setText(server.tags.join(QStringLiteral(", ")));
    for (QAbstractButton *button : m_colours->buttons())
        button->setChecked(static_cast<Swatch *>(button)->colour() == server.colour);
}

Server ServerForm::filledIn(Server server) const
{
    server.name = m_name->text().simplified();
    server.group = m_group->currentText().simplified();
    server.tags.clear();
    for (const QString &tag : m_tags->text().split(u',', Qt::SkipEmptyParts)) {
        if (const QString clean = tag.simplified(); !clean.isEmpty() && !server.tags.contains(clean))
            server.tags << clean;
    }
    server.colour = static_cast<Swatch *>(m_colours->checkedButton())->colour();
    return server;
}

bool ServerForm::isComplete() const
{
    return !m_name->text().simplified().isEmpty();
}

void ServerForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ServerForm::retranslate()
{
    m_nameLabel->setText(tr("Name"));
    m_name->setAccessibleName(tr("Name"));
    m_groupLabel->setText(tr("Group"));
    m_group->setAccessibleName(tr("Group"));
    m_group->lineEdit()->setPlaceholderText(tr("none"));
    m_tagsLabel->setText(tr("Tags, separated by commas"));
    m_tags->setAccessibleName(tr("Tags, separated by commas"));
    m_colourLabel->setText(tr("Colour"));
    for (QAbstractButton *button : m_colours->buttons()) {
        const QString name = colourName(static_cast<Swatch *>(button)->colour());
        button->setAccessibleName(name);
        button->setToolTip(plainToolTip(name));
    }
}

} // namespace gw
