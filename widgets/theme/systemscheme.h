// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QDBusVariant;

namespace gw {

/// Whether the desktop wants dark windows: the portal's "color-scheme" where there is one (asked without waiting),
/// else the lightness of the palette that the platform gave the program.
class SystemScheme : public QObject {
    Q_OBJECT

public:
    explicit SystemScheme(QObject *parent = nullptr);

    bool isDark() const { return m_dark; }

Q_SIGNALS:
    void changed();

private:
    void askPortal();
    void setDark(bool dark);

#ifdef GW_HAS_DBUS
private Q_SLOTS:
    void onSettingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
#endif
    bool m_dark = false;
};

} // namespace gw
