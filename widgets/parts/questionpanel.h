// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/base/question.h"
#include "widgets/parts/card.h"

class QCheckBox;
class QFormLayout;
class QLineEdit;

namespace gw {

class Button;

/// A question of a connection, inside the page: an unknown host key, or something only the person knows. Names the
/// hop that asks. The fields are emptied as soon as the answer is given.
class QuestionPanel : public Card {
    Q_OBJECT

public:
    enum class Keep { ThisRun, Keychain };
    Q_ENUM(Keep)

    explicit QuestionPanel(QWidget *parent = nullptr);

    /// std::monostate empties the panel and hides it.
    void setQuestion(const Question &question);
    const Question &question() const { return m_question; }
    /// Whether answers can be kept; without a keychain the panel says that they are kept for this run only.
    void setKeychainAvailable(bool available);
    /// The answer was tried and refused: say so beside the field.
    void setRefused(const QString &why);

Q_SIGNALS:
    void hostKeyAccepted(const gw::HostKeyQuestion &question);
    void secretsGiven(const gw::SecretQuestion &question, const QList<gw::Secret> &secrets,
                      gw::QuestionPanel::Keep keep);
    void cancelled();

protected:
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    void showHostKey(const HostKeyQuestion &question);
    void showSecret(const SecretQuestion &question);
    void accept();
    void clearFields();

    Question m_question;
    QString m_refused;
    bool m_keychain = true;
    QWidget *m_content = nullptr;
    QList<QLineEdit *> m_fields;
    QCheckBox *m_keep = nullptr;
};

} // namespace gw
