// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/setting.h"

#include "backend/nginx/configdata.h"

namespace gw {
namespace {

const NginxSettingData &dataOf(const NginxConfigData *config, quint32 index)
{
    Q_ASSERT(config && index < config->settings.size());
    return config->settings[index];
}

} // namespace

NginxNode NginxSetting::node() const
{
    const NginxSettingData &data = dataOf(m_config, m_index);
    return m_config->files[int(data.file)].tree.node(data.node);
}

int NginxSetting::file() const
{
    return int(dataOf(m_config, m_index).file);
}

const RemotePath &NginxSetting::path() const
{
    return m_config->files[file()].path;
}

NginxSetting NginxSetting::parent() const
{
    return m_index == 0 ? NginxSetting() : NginxSetting(m_config, dataOf(m_config, m_index).parent);
}

NginxSetting NginxSetting::firstChild() const
{
    return m_index + 1 < subtreeEnd() ? NginxSetting(m_config, m_index + 1) : NginxSetting();
}

NginxSetting NginxSetting::next() const
{
    const NginxSettingData &data = dataOf(m_config, m_index);
    return m_index > 0 && data.subtreeEnd < m_config->settings[data.parent].subtreeEnd
               ? NginxSetting(m_config, data.subtreeEnd)
               : NginxSetting();
}

NginxSettings NginxSetting::children() const
{
    return NginxSettings(firstChild());
}

NginxSetting NginxSetting::child(QByteArrayView name) const
{
    for (const NginxSetting setting : children()) {
        if (setting.is(name))
            return setting;
    }
    return {};
}

quint32 NginxSetting::subtreeEnd() const
{
    return dataOf(m_config, m_index).subtreeEnd;
}

NginxSetting NginxSetting::enclosing(QByteArrayView name) const
{
    NginxSetting found = *this;
    while (found && !(found.hasBlock() && found.is(name)))
        found = found.parent();
    return found;
}

} // namespace gw
