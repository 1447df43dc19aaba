// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/translation/translation.h"

#include <QCoreApplication>
#include <QLibraryInfo>

namespace gw {

QStringList Translation::languages()
{
    return {QStringLiteral("en"), QStringLiteral("zh_CN")};
}

QString Translation::systemLanguage()
{
    for (const QString &wanted : QLocale::system().uiLanguages()) {
        const QLocale locale(wanted);
        if (locale.language() == QLocale::English)
            return QStringLiteral("en");
        if (locale.language() == QLocale::Chinese && locale.script() != QLocale::TraditionalHanScript)
            return QStringLiteral("zh_CN");
    }
    return QStringLiteral("en");
}

void Translation::install(const QString &language)
{
    remove();
    m_language = languages().contains(language) ? language : QStringLiteral("en");
    QLocale::setDefault(QLocale(m_language));
    if (m_language == QLatin1String("en"))
        return;
    const std::pair<QString, QString> catalogues[] = {
        {QStringLiteral("qtbase_") + m_language, QLibraryInfo::path(QLibraryInfo::TranslationsPath)},
        {QStringLiteral("gatewright_") + m_language, QStringLiteral(":/i18n")},
    };
    for (const auto &[name, folder] : catalogues) {
        auto translator = std::make_unique<QTranslator>();
        if (translator->load(name, folder) && QCoreApplication::installTranslator(translator.get()))
            m_translators.push_back(std::move(translator));
    }
}

void Translation::remove()
{
    for (const auto &translator : m_translators)
        QCoreApplication::removeTranslator(translator.get());
    m_translators.clear();
}

} // namespace gw
