// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/remotepath.h"
#include "backend/nginx/node.h"

namespace gw {

struct NginxConfigData;
class NginxSettings;

/// A directive in the place where nginx reads it: its parent is the block that is open there, in whichever file that
/// began. A view, good as long as its NginxConfig, or a copy of it, lives; a default-made one is none: false.
class NginxSetting {
public:
    NginxSetting() = default;
    NginxSetting(const NginxConfigData *config, quint32 index) : m_config(config), m_index(index) {}
    explicit operator bool() const { return m_config; }
    friend bool operator==(const NginxSetting &, const NginxSetting &) = default;

    quint32 index() const { return m_index; }
    /// As it stands in its file; of the root, the main file.
    NginxNode node() const;
    int file() const; ///< index into NginxConfig::files()
    const RemotePath &path() const;
    int line() const { return node().line(); }

    QByteArray name() const { return node().name(); }
    bool is(QByteArrayView name) const { return node().is(name); }
    int argumentCount() const { return node().argumentCount(); }
    QByteArray argument(int index) const { return node().argument(index); }
    QList<QByteArray> arguments() const { return node().arguments(); }
    bool hasBlock() const { return node().hasBlock(); }
    bool isRoot() const { return m_index == 0; }

    NginxSetting parent() const;
    NginxSetting firstChild() const;
    NginxSetting next() const;
    NginxSettings children() const;
    /// The first directive of that name in its block; none if there is none.
    NginxSetting child(QByteArrayView name) const;
    /// The number of the setting behind its last descendant.
    quint32 subtreeEnd() const;
    /// The innermost block of that name around it, itself included; none if there is none.
    NginxSetting enclosing(QByteArrayView name) const;

private:
    const NginxConfigData *m_config = nullptr;
    quint32 m_index = 0;
};

/// The settings of one block, for range-based for.
class NginxSettings {
public:
    class Iterator {
    public:
        explicit Iterator(NginxSetting setting) : m_setting(setting) {}
        NginxSetting operator*() const { return m_setting; }
        Iterator &operator++()
        {
            m_setting = m_setting.next();
            return *this;
        }
        friend bool operator==(const Iterator &, const Iterator &) = default;

    private:
        NginxSetting m_setting;
    };

    explicit NginxSettings(NginxSetting first) : m_first(first) {}
    Iterator begin() const { return Iterator(m_first); }
    Iterator end() const { return Iterator({}); }

private:
    NginxSetting m_first;
};

} // namespace gw
