// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>
#include <QTranslator>
#include <memory>
#include <vector>

namespace gw {

/// The catalogues of one language: ours (compiled in) and Qt's own (dialogs). English needs none.
class Translation {
public:
    /// Languages there is a complete catalogue for: "en", "zh_CN".
    static QStringList languages();
    /// What the system's settings ask for, of languages().
    static QString systemLanguage();

    Translation() = default;
    ~Translation() { remove(); }
    Translation(const Translation &) = delete;
    Translation &operator=(const Translation &) = delete;

    /// Installs the catalogues of `language` and removes those before: widgets hear QEvent::LanguageChange.
    void install(const QString &language);
    const QString &language() const { return m_language; }

private:
    void remove();
    std::vector<std::unique_ptr<QTranslator>> m_translators;
    QString m_language; ///< empty until the first install()
};

} // namespace gw
