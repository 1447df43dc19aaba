// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/findings/review.h"
#include "backend/findings/sshd/sshdview.h"
#include "backend/plan/intent.h"
#include "widgets/ssh/sshdfields.h"

#include <QCoreApplication>
#include <functional>
#include <memory>

namespace gw {

/// Which algorithms sshd offers: as it is, one of SshdProfile, or lists written by hand.
enum class AlgorithmProfile { AsItIs, Modern, Compatible, Custom };
QString profileName(AlgorithmProfile profile); ///< translated

/// The settings of one sshd as they hold, and what a person wants of them: what stands behind the form. Keywords are
/// lower case, as `sshd -T` prints them; values are as it prints them too, several with a blank between them.
class SshdDraft {
    Q_DECLARE_TR_FUNCTIONS(SshdDraft)

public:
    /// Wishes that the new facts already fulfil are dropped, the others stay. Null: nothing is known, nothing is
    /// wished.
    void setFacts(std::shared_ptr<const Facts> facts, std::shared_ptr<const Review> review);

    /// Whether there is an sshd whose settings are known.
    bool isKnown() const { return m_view != nullptr; }
    const SshdView &view() const { return *m_view; }
    const std::shared_ptr<const Facts> &facts() const { return m_facts; }

    QString effective(const QString &keyword) const;
    QString wished(const QString &keyword) const; ///< as it was typed; what holds where nothing was
    void wish(const QString &keyword, const QString &value);
    void reset(const QString &keyword) { m_wishes.remove(keyword); }
    void resetAll() { m_wishes.clear(); }
    /// The lists of a profile; Custom keeps them as they are.
    void wish(AlgorithmProfile profile);

    /// Whether what was typed says something else than what holds.
    bool isChanged(const QString &keyword) const;
    int changes() const; ///< the lists of algorithms count as one
    /// Nothing, while something typed is no value.
    QList<Intent> intents() const;
    /// "PermitRootLogin no", in the order of the form; the lists of algorithms are one line. Safe to show.
    QStringList changedLines() const;

    /// Why sshd would not take what was typed; empty: it would.
    QString problem(const QString &keyword) const;
    int problems() const; ///< how many values sshd would not take
    bool hasProblem() const { return problems() > 0; }
    /// What speaks against it all the same: it shuts somebody out. The plan decides, this is said while one types.
    QString objection(const QString &keyword) const;

    /// Where the value comes from; nothing: no line of the files that were read.
    std::optional<SshdSetting> deciding(const QString &keyword) const;
    /// "sshd_config.d/50-cloud-init.conf:1", "default of OpenSSH 9.2", …; safe to show
    QString origin(const QString &keyword) const;
    /// Users for whom a Match block says something else: "ops: no".
    QStringList exceptions(const QString &keyword) const;
    /// The worst open finding about it.
    const Finding *finding(const QString &keyword) const;
    QList<Finding> findings() const { return m_review ? m_review->findings : QList<Finding>(); }

    QStringList algorithms(const QString &keyword, AlgorithmProfile profile) const;
    /// The profile whose lists are wished now.
    AlgorithmProfile profile() const;

private:
    /// As sshd understands what was typed; nothing: it refuses it.
    std::optional<QString> understood(const QString &keyword, const QString &typed) const;
    QString finalValue(const QString &keyword) const;
    SshdEffective effectiveWith(const std::function<QString(const QString &keyword)> &valueOf) const;
    bool filesAgree(const QString &keyword) const;

    std::shared_ptr<const Facts> m_facts;
    std::shared_ptr<const Review> m_review;
    std::unique_ptr<const SshdView> m_view; ///< refers to the facts
    SshdEffective m_effective;              ///< what holds, as sshd says or as the files say
    SshdEffective m_fromFiles;
    QMap<QString, QString> m_wishes;
};

/// "sshd_config.d/50-cloud-init.conf:1"
QString shortPlace(const SshdOrigin &origin);

} // namespace gw
