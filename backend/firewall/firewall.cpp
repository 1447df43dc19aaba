// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/firewall/firewall.h"

#include "backend/firewall/firewalld.h"
#include "backend/firewall/kernelrules.h"
#include "backend/firewall/ufw.h"

#include <QCoreApplication>

namespace gw {

using Kind = FirewallVerdict::Kind;

/// What the texts mean; made once, asked for every socket.
struct Firewall::Model {
    explicit Model(const FirewallTexts &texts)
        : ufw(texts.ufw ? UfwStatus::parse(texts.ufw->raw()) : UfwStatus()),
          firewalld(texts.firewalld ? FirewalldStatus::parse(texts.firewalld->raw()) : FirewalldStatus()),
          v4(texts, Arrival::Family::V4, firewalld.running), v6(texts, Arrival::Family::V6, firewalld.running)
    {
        if (texts.ufw && !ufw.active)
            inactive += QCoreApplication::translate("firewall", "ufw is inactive");
        if (texts.firewalld && !firewalld.running)
            inactive += QCoreApplication::translate("firewall", "firewalld does not run");
        if (v4.areAbsent())
            inactive += QCoreApplication::translate("firewall", "no firewall is installed");
    }

    const KernelRules &kernel(Arrival::Family family) const { return family == Arrival::Family::V4 ? v4 : v6; }

    /// What the program says that people configure; nothing if none is active.
    std::optional<FirewallVerdict> frontEnd(const Arrival &arrival) const
    {
        std::optional<FirewallVerdict> result;
        if (ufw.active)
            result = ufw.incoming(arrival);
        if (firewalld.running) {
            const FirewallVerdict verdict = firewalld.incoming(arrival);
            if (!result || verdict.kind == Kind::Deny)
                result = verdict;
        }
        return result;
    }

    UfwStatus ufw;
    FirewalldStatus firewalld;
    KernelRules v4;
    KernelRules v6;
    QStringList inactive; ///< what is there and does nothing
};

Firewall::Firewall(const FirewallTexts &texts) : m_model(std::make_shared<const Model>(texts)) {}

FirewallVerdict Firewall::incoming(const Arrival &arrival) const
{
    const FirewallVerdict kernel = m_model->kernel(arrival.family).incoming(arrival);
    const std::optional<FirewallVerdict> frontEnd = m_model->frontEnd(arrival);
    if (kernel.kind == Kind::Deny)
        return frontEnd && frontEnd->kind == Kind::Deny ? *frontEnd : kernel; // the same in better words
    if (frontEnd) {
        // A Deny of ufw that the kernel's rules do not bear out: a rule stands in front of ufw's own. firewalld's rules
        // were not walked, so its word counts.
        const bool overruled = frontEnd->kind == Kind::Deny && kernel.kind == Kind::Allow &&
                               !m_model->firewalld.running && !m_model->kernel(arrival.family).areAbsent();
        return overruled ? kernel : *frontEnd;
    }
    if (kernel.kind == Kind::Allow && !m_model->inactive.isEmpty())
        return {Kind::Allow,
                m_model->inactive.join(QCoreApplication::translate("firewall", ", ", "between parts of a sentence"))};
    return kernel;
}

FirewallVerdict Firewall::published(const Arrival &arrival, quint16 containerPort) const
{
    const FirewallVerdict dockerUser = m_model->kernel(arrival.family).dockerUser(arrival, containerPort);
    if (dockerUser.kind != Kind::Allow)
        return dockerUser;
    if (m_model->ufw.active)
        return {Kind::Allow, QCoreApplication::translate("firewall", "the container engine publishes it past ufw")};
    if (m_model->firewalld.running)
        return {Kind::Allow,
                QCoreApplication::translate("firewall", "the container engine publishes it past firewalld")};
    return {Kind::Allow, QCoreApplication::translate(
                             "firewall", "the container engine publishes it past the rules for incoming packets")};
}

Known<bool> Firewall::translates(const Arrival &arrival) const
{
    const KernelRules &kernel = m_model->kernel(arrival.family);
    if (kernel.translates(arrival))
        return true;
    if (kernel.gap())
        return *kernel.gap();
    return false;
}

FirewallVerdict Firewall::byDefault(Arrival::Family family) const
{
    Arrival arrival;
    arrival.family = family;
    return incoming(arrival); // no rule names port 0
}

} // namespace gw
