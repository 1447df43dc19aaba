// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/nginx/config.h"

#include "backend/nginx/includes.h"

namespace gw {

NginxConfig::NginxConfig() : NginxConfig(ofOneFile({}, {})) {}

NginxConfig NginxConfig::read(const NginxFiles &files, const RemotePath &mainFile)
{
    const auto data = std::make_shared<NginxConfigData>();
    NginxIncludes(*data, files, NginxIncludes::Follow::Everything).follow(mainFile);
    return NginxConfig(data);
}

NginxConfig NginxConfig::read(const NginxDump &dump)
{
    return read(NginxFiles::of(dump), dump.files.isEmpty() ? RemotePath() : dump.files.first().path);
}

NginxConfig NginxConfig::ofOneFile(const RemotePath &path, const QByteArray &text)
{
    const auto data = std::make_shared<NginxConfigData>();
    const NginxFiles file = NginxFiles::of({{path, text}});
    NginxIncludes(*data, file, NginxIncludes::Follow::Nothing).follow(path);
    return NginxConfig(data);
}

const QList<NginxFile> &NginxConfig::files() const
{
    return m_data->files;
}

int NginxConfig::fileAt(const RemotePath &path) const
{
    const auto &files = m_data->files;
    const auto found =
        std::find_if(files.cbegin(), files.cend(), [&](const NginxFile &file) { return file.path == path; });
    return found == files.cend() ? -1 : int(found - files.cbegin());
}

const QList<NginxInclude> &NginxConfig::includes() const
{
    return m_data->includes;
}

const QList<NginxProblem> &NginxConfig::problems() const
{
    return m_data->problems;
}

NginxSetting NginxConfig::root() const
{
    return setting(0);
}

NginxSetting NginxConfig::setting(quint32 index) const
{
    return {m_data.get(), index};
}

quint32 NginxConfig::settingCount() const
{
    return quint32(m_data->settings.size());
}

QList<NginxSetting> NginxConfig::settingsOf(int file, NginxNode node) const
{
    QList<NginxSetting> found;
    for (quint32 i = 0; i < settingCount(); ++i) {
        const NginxSettingData &data = m_data->settings[i];
        if (data.file == quint32(file) && data.node == node.index())
            found.append(setting(i));
    }
    return found;
}

} // namespace gw
