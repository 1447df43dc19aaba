// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace gw {

/// Brings what a worker reports (progress) to the thread that made the Mailbox. Only the newest value is delivered, so
/// a busy worker never floods the window. After the Mailbox's death its senders do nothing.
template <typename Value>
class Mailbox {
public:
    using Receive = std::function<void(const Value &)>;

    explicit Mailbox(Receive receive) : m_state(std::make_shared<State>())
    {
        m_state->receive = std::move(receive);
        m_state->receiver = std::make_unique<QObject>();
    }
    ~Mailbox()
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->receiver.reset(); // and with it every delivery that is on its way
    }
    Mailbox(const Mailbox &) = delete;
    Mailbox &operator=(const Mailbox &) = delete;

    /// For the worker, from any thread.
    std::function<void(const Value &)> sender() const
    {
        return [state = m_state](const Value &value) { post(state, value); };
    }

private:
    struct State {
        std::mutex mutex;
        std::optional<Value> newest;
        std::unique_ptr<QObject> receiver;
        Receive receive;
    };

    static void post(const std::shared_ptr<State> &state, const Value &value)
    {
        const std::lock_guard lock(state->mutex);
        const bool isOnItsWay = state->newest.has_value();
        state->newest = value;
        if (!isOnItsWay && state->receiver)
            QMetaObject::invokeMethod(
                state->receiver.get(), [state] { deliver(state); }, Qt::QueuedConnection);
    }

    static void deliver(const std::shared_ptr<State> &state)
    {
        std::unique_lock lock(state->mutex);
        const std::optional<Value> value = std::exchange(state->newest, std::nullopt);
        lock.unlock();
        if (value)
            state->receive(*value);
    }

    std::shared_ptr<State> m_state;
};

} // namespace gw
