// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What libFuzzer calls; GW_FUZZ_TARGET names the target (tests/fuzz/run sets it).
#include "tests/fuzz/target.h"

#include <cstdio>
#include <cstdlib>

namespace gw::fuzz {

QList<Target> &targets()
{
    static QList<Target> all;
    return all;
}

static const Target &chosen()
{
    const QByteArray name = qgetenv("GW_FUZZ_TARGET");
    for (const Target &target : targets()) {
        if (name == target.name)
            return target;
    }
    std::fputs("GW_FUZZ_TARGET names none of:", stderr);
    for (const Target &target : targets())
        std::fprintf(stderr, " %s", target.name);
    std::fputs("\n", stderr);
    std::exit(2);
}

} // namespace gw::fuzz

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const gw::fuzz::Target target = gw::fuzz::chosen();
    const QByteArray wrong = target.whatIsWrong(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    if (wrong.isEmpty())
        return 0;
    std::fwrite(wrong.constData(), 1, size_t(wrong.size()), stderr);
    std::fputs("\n", stderr);
    std::abort();
}
