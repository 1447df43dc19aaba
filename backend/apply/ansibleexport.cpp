// SPDX-FileCopyrightText: 2026 The Gatewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/apply/ansibleexport.h"

#include "backend/apply/payload.h"
#include "backend/apply/yamltext.h"
#include "backend/base/overloaded.h"
#include "backend/base/untrustedtext.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QRegularExpression>
#include <QStringDecoder>

namespace gw {
namespace {

using namespace std::chrono_literals;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Apply)
};

// Each task of Ansible takes its second, and so do the proofs.
constexpr std::chrono::seconds shortestWindow = 180s;
constexpr std::chrono::seconds longestWindow = 600s;

// In English, as everything around it. Values stand in `vars` as !unsafe: Ansible must not take "{{" in them for its
// own.
constexpr char head[] = R"yml(#
# Made by Gatewright. It needs ansible-core here, and Python and sudo on the servers:
#
#   ansible-playbook -i inventory.yml site.yml          with -K where sudo asks for a password
#
# One server goes first, then a quarter at a time; the first one that does not hold stops all of it. On each server
# guard.sh keeps copies, checks the new files aside, arms a way back that the server itself holds and then makes the
# steps of plan.sh. Unless the last task keeps the change over a new connection, the server takes it back by itself.
# Where everything is already as it will be, nothing is done.
#
)yml";

constexpr char playHead[] = R"yml(---
- name: Make a change that returns by itself unless it is kept
  hosts: all
  gather_facts: false
  become: true
  serial: [1, "25%"]
  max_fail_percentage: 0
  any_errors_fatal: true
  vars:
    gatewright_base: /var/lib/gatewright
)yml";

constexpr char preconditions[] = R"yml(  tasks:
    - name: Give this change a name
      ansible.builtin.set_fact:
        gatewright_change: "ansible-{{ now(utc=true, fmt='%Y%m%d-%H%M%S') }}-{{ 999999 | random }}"

    - name: Look at the files
      ansible.builtin.stat:
        path: "{{ item.path }}"
        follow: "{{ item.look != 'link' }}"
        checksum_algorithm: sha256
        get_attributes: false
        get_mime: false
      loop: "{{ gatewright_files }}"
      loop_control:
        label: "step {{ item.step }}"
      register: gatewright_found

    - name: Put what was found in words
      ansible.builtin.set_fact:
        gatewright_seen: "{{ gatewright_seen | default([]) + [words] }}"
      vars:
        stat: "{{ item.stat }}"
        mode: "{{ stat.mode | default('-') }}"
        owner: "{{ stat.pw_name | default(stat.uid | default('-')) }}"
        group: "{{ stat.gr_name | default(stat.gid | default('-')) }}"
        words: >-
          {{ 'missing' if not stat.exists else
             'link ' ~ (stat.lnk_target | default('')) if item.item.look == 'link' else
             'mode ' ~ mode ~ ' ' ~ owner ~ ':' ~ group if item.item.look == 'mode' else
             'file ' ~ (stat.checksum | default('-')) ~ ' ' ~ mode ~ ' ' ~ owner ~ ':' ~ group }}
      loop: "{{ gatewright_found.results }}"
      loop_control:
        label: "step {{ item.item.step }}"

    - name: End here where everything is as it will be
      ansible.builtin.meta: end_host
      when: gatewright_files | length > 0 and gatewright_seen == gatewright_files | map(attribute='after') | list

    - name: Stop unless every file is as the plan saw it
      ansible.builtin.assert:
        that: gatewright_seen[index] == item.before
        fail_msg: "{{ item.path }} is not as the plan saw it: {{ gatewright_seen[index] }}, not {{ item.before }}"
        quiet: true
      loop: "{{ gatewright_files }}"
      loop_control:
        index_var: index
        label: "step {{ item.step }}"

)yml";

constexpr char change[] = R"yml(    - name: Change, prove, keep
      block:
        - name: Make a place for the change
          ansible.builtin.file:
            path: "{{ gatewright_base }}/new/{{ gatewright_change }}/new"
            state: directory
            mode: "0700"

        - name: Bring the guard and the steps
          ansible.builtin.copy:
            src: "{{ item }}"
            dest: "{{ gatewright_base }}/new/{{ gatewright_change }}/{{ item }}"
            mode: "0600"
          loop: [guard.sh, plan.sh]

        - name: Bring the new contents, checked where one file can be checked by itself
          ansible.builtin.copy:
            src: "new/{{ item.step }}"
            dest: "{{ gatewright_base }}/new/{{ gatewright_change }}/new/{{ item.step }}"
            mode: "0600"
            validate: "{{ item.validate | default(omit) }}"
          loop: "{{ gatewright_contents }}"

        - name: Keep copies of what is there, and check everything aside
          ansible.builtin.command:
            argv:
              - /bin/sh
              - "{{ gatewright_base }}/new/{{ gatewright_change }}/guard.sh"
              - begin
              - "{{ gatewright_change }}"
          register: gatewright_begun
          changed_when: true

        - name: Arm the way back, then make the steps
          ansible.builtin.command:
            argv:
              - /bin/sh
              - "{{ gatewright_base }}/new/{{ gatewright_change }}/guard.sh"
              - switch
              - "{{ gatewright_change }}"
          register: gatewright_switched
          changed_when: true

        - name: Hang up, for an old connection proves nothing
          ansible.builtin.meta: reset_connection

        - name: Log in anew
          ansible.builtin.ping:

)yml";

constexpr char ending[] = R"yml(        - name: Keep the change
          ansible.builtin.command:
            argv:
              - /bin/sh
              - "{{ gatewright_base }}/armed/{{ gatewright_change }}/guard.sh"
              - keep
              - "{{ gatewright_change }}"
          changed_when: true

      rescue:
        - name: Take everything back
          ansible.builtin.command:
            argv:
              - /bin/sh
              - -c
              - |
                for state in new armed reverting reverted; do
                    guard=$1/$state/$2/guard.sh
                    [ ! -e "$guard" ] || exec /bin/sh "$guard" undo "$2"
                done
              - sh
              - "{{ gatewright_base }}"
              - "{{ gatewright_change }}"
          changed_when: true

        - name: Say that nothing was changed in the end
          ansible.builtin.fail:
            msg: >-
              The change was taken back.
              {{ what.split(' :')[0] | regex_replace(' failed .*', ' failed:') }}
              {{ said.split(' :')[1] | default('') | b64decode }}
          vars:
            lines: >-
              {{ (gatewright_begun | default({})).stdout_lines | default([]) +
                 (gatewright_switched | default({})).stdout_lines | default([]) }}
            what: "{{ lines | select('match', '(step [0-9]+ failed|checkfailed|refused|conflict|held) ') | last | default('') }}"
            said: "{{ lines | select('match', 'said ' ~ (what ~ ' - -').split()[1] ~ ' ') | last | default(what) }}"
)yml";

Error invalid(const QString &cause, const QString &advice = {})
{
    return Error{Error::Kind::Invalid, Text::tr("Export the plan as an Ansible playbook"), cause, advice, {}};
}

Result<QByteArray> unsafe(const QByteArray &bytes)
{
    QStringDecoder decode(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decode(bytes);
    if (decode.hasError())
        return invalid(Text::tr("\"%1\" is not UTF-8, which YAML needs").arg(UntrustedText::fromBytes(bytes).shown()));
    return QByteArray("!unsafe " + yamlText(text));
}

QByteArray unsafe(const QString &text)
{
    return "!unsafe " + yamlText(text);
}

QByteArray asComment(const QString &text)
{
    return "# " + UntrustedText(text).shown().toUtf8() + '\n';
}

/// A file of the plan in the words that the playbook puts what it finds in.
struct FileWords {
    RemotePath path;
    QByteArray look; ///< "content", "link", "mode"
    QByteArray before;
    QByteArray after;
};

QByteArray attributeWords(const FileAttributes &attributes)
{
    return QByteArray::number(attributes.mode, 8).rightJustified(4, '0') + ' ' + attributes.owner + ':' +
           attributes.group;
}

QByteArray stateWords(const FileState &state)
{
    return state.exists() ? "file " + state.hash() + ' ' + attributeWords(state.attributes) : QByteArray("missing");
}

QByteArray linkWords(const FileState &state)
{
    return state.exists() ? "link " + state.linkTarget : QByteArray("missing");
}

std::optional<FileWords> fileWords(const Change &change)
{
    using Words = std::optional<FileWords>;
    return std::visit(
        Overloaded{[](const WriteFile &write) -> Words {
                       FileState after = write.before;
                       after.kind = FileState::Kind::Regular;
                       after.content = write.after;
                       after.attributes = write.attributes.value_or(write.before.exists() ? write.before.attributes
                                                                                          : FileAttributes{});
                       return FileWords{write.path, "content", stateWords(write.before), stateWords(after)};
                   },
                   [](const RemoveFile &remove) -> Words {
                       const bool link = remove.before.kind == FileState::Kind::Link;
                       return FileWords{remove.path, link ? "link" : "content",
                                        link ? linkWords(remove.before) : stateWords(remove.before), "missing"};
                   },
                   [](const LinkFile &link) -> Words {
                       return FileWords{link.path, "link", linkWords(link.before), "link " + link.target};
                   },
                   [](const SetAttributes &set) -> Words {
                       return FileWords{set.path, "mode", "mode " + attributeWords(set.before),
                                        "mode " + attributeWords(set.after)};
                   },
                   [](const auto &) -> Words { return {}; }},
        change);
}

/// What checks such a file by itself; "%s" stands for it. nginx can only check all of its files together, which the
/// guard does.
QByteArray checkerOf(const RemotePath &path)
{
    const QByteArray &name = path.bytes();
    if (name == "/etc/ssh/sshd_config" || name.startsWith("/etc/ssh/sshd_config.d/"))
        return "/usr/sbin/sshd -t -f %s";
    if (name == "/etc/sudoers" || name.startsWith("/etc/sudoers.d/"))
        return "/usr/sbin/visudo -c -f %s";
    return {};
}

Result<QByteArray> filesText(const Plan &plan)
{
    QByteArray text;
    for (qsizetype i = 0; i < plan.steps.size(); ++i) {
        const auto words = fileWords(plan.steps[i].change);
        if (!words)
            continue;
        const QByteArray path = GW_TRY(unsafe(words->path.bytes()));
        const QByteArray before = GW_TRY(unsafe(words->before));
        const QByteArray after = GW_TRY(unsafe(words->after));
        text += "      - step: " + QByteArray::number(qint64(i + 1)) + "\n        path: " + path +
                "\n        look: " + words->look + "\n        before: " + before + "\n        after: " + after + '\n';
    }
    return QByteArray("    gatewright_files:" + (text.isEmpty() ? QByteArray(" []\n") : '\n' + text));
}

QByteArray contentsText(const Plan &plan)
{
    QByteArray text;
    for (qsizetype i = 0; i < plan.steps.size(); ++i) {
        const auto *write = std::get_if<WriteFile>(&plan.steps[i].change);
        if (!write)
            continue;
        text += "      - step: " + QByteArray::number(qint64(i + 1)) + '\n';
        if (const QByteArray checker = checkerOf(write->path); !checker.isEmpty())
            text += "        validate: " + checker + '\n';
    }
    return "    gatewright_contents:" + (text.isEmpty() ? QByteArray(" []\n") : '\n' + text);
}

// --- proofs

QByteArray task(const QByteArray &name, const QByteArray &lines)
{
    return "        - name: " + name + '\n' + lines + '\n';
}

QByteArray fromHere()
{
    return "          delegate_to: localhost\n"
           "          become: false\n";
}

QByteArray proofTask(const LoginProof &proof)
{
    if (proof.user.isEmpty() && proof.port == 0)
        return {}; // the playbook logs in anew in any case
    QByteArray vars;
    if (!proof.user.isEmpty())
        vars += "            ansible_user: " + unsafe(proof.user) + '\n';
    if (proof.port != 0)
        vars += "            ansible_port: " + QByteArray::number(proof.port) + '\n';
    return task("Log in as it will be",
                "          ansible.builtin.ping:\n          become: false\n          vars:\n" + vars);
}

QByteArray proofTask(const PortProof &proof)
{
    const QByteArray port = QByteArray::number(proof.port);
    const bool open = proof.expect == PortProof::Expect::Open;
    return task("Port " + port + (open ? " must be open" : " must be closed"),
                "          ansible.builtin.wait_for:\n"
                "            host: \"{{ hostvars[inventory_hostname].ansible_host | default(inventory_hostname) }}\"\n"
                "            port: " +
                    port + "\n            state: " + (open ? "started" : "stopped") + "\n            timeout: 15\n" +
                    fromHere());
}

QByteArray proofTask(const UrlProof &proof)
{
    return task("The address must answer", "          ansible.builtin.uri:\n            url: " + unsafe(proof.url) +
                                               "\n            status_code: " + QByteArray::number(proof.status) +
                                               "\n            follow_redirects: none\n            timeout: 15\n" +
                                               fromHere());
}

/// By its own name, at the address that Ansible uses. Whatever rests on a password is not in here: the playbook has
/// none; nor is what Ansible cannot see: how an answer arrives.
QByteArray proofTask(const SiteProof &proof)
{
    if (!proof.user.isEmpty() || proof.how != SiteProof::Try::Answer)
        return {};
    const QUrl url(proof.url);
    const bool isTls = url.scheme() == QLatin1String("https");
    const QByteArray status = proof.status != 0 ? QByteArray::number(proof.status)
                                                : QByteArray("[200, 204, 301, 302, 303, 307, 308, 404, 405]");
    return task("The site must answer",
                "          ansible.builtin.command:\n            argv:\n              - curl\n              - -ksS\n"
                "              - --max-time\n              - \"15\"\n              - -o\n              - /dev/null\n"
                "              - -w\n              - \"%{http_code}\"\n              - --connect-to\n"
                "              - \"::{{ hostvars[inventory_hostname].ansible_host | default(inventory_hostname) }}:" +
                    QByteArray::number(url.port(isTls ? 443 : 80)) + "\"\n              - " + unsafe(proof.url) +
                    "\n          register: gatewright_site\n          changed_when: false\n"
                    "          failed_when: gatewright_site.stdout | int not in [" +
                    (status.startsWith('[') ? status.mid(1).chopped(1) : status) + "]\n" + fromHere());
}

QByteArray proofTask(const UnitProof &proof)
{
    static const QString supervisor = QStringLiteral("supervisor:");
    const QString &unit = proof.unit.name();
    QByteArray lines =
        "          ansible.builtin.systemd:\n            name: " + unsafe(unit) +
        "\n          register: gatewright_unit\n"
        "          failed_when: (gatewright_unit.status | default({})).ActiveState | default('') != 'active'\n";
    if (unit.startsWith(supervisor))
        lines = "          ansible.builtin.command:\n            argv: [supervisorctl, status, " +
                unsafe(unit.mid(supervisor.size())) + "]\n          changed_when: false\n";
    return task("The service must be active", lines);
}

// --- the files

Result<QByteArray> playbook(const Plan &plan)
{
    QByteArray text = asComment(plan.title) + head;
    for (qsizetype i = 0; i < plan.steps.size(); ++i)
        text += asComment(QStringLiteral("%1. %2: %3")
                              .arg(QString::number(i + 1), titleOf(plan.steps[i].change), plan.steps[i].reason));
    const QByteArray files = GW_TRY(filesText(plan));
    text += playHead + files + contentsText(plan);
    text += preconditions;
    text += change;
    for (const Proof &proof : plan.proofs)
        text += std::visit([](const auto &one) { return proofTask(one); }, proof);
    return QByteArray(text + ending);
}

/// Ansible unfolds ranges in names and separates them by colons and commas.
QString inventoryName(const QString &name, QStringList &taken)
{
    static const QRegularExpression special(QStringLiteral("[^A-Za-z0-9_.-]+"));
    QString plain = name;
    plain.replace(special, QStringLiteral("-"));
    while (plain.startsWith(u'-'))
        plain.remove(0, 1);
    if (plain.isEmpty())
        plain = QStringLiteral("server");
    QString free = plain;
    for (int i = 2; taken.contains(free); ++i)
        free = QStringLiteral("%1-%2").arg(plain).arg(i);
    taken << free;
    return free;
}

/// Both reach the command line of ssh.
Result<void> checkHost(const AnsibleHost &host)
{
    static const QRegularExpression known(QStringLiteral("\\A([A-Za-z0-9_:][A-Za-z0-9_.:%-]*)?\\z"));
    static const QRegularExpression knownUser(QStringLiteral("\\A([A-Za-z0-9_][A-Za-z0-9_.@\\\\$-]*)?\\z"));
    if (!known.match(host.host).hasMatch())
        return invalid(Text::tr("\"%1\" is no name of a server").arg(UntrustedText(host.host).shown(80)));
    if (!knownUser.match(host.user).hasMatch())
        return invalid(Text::tr("\"%1\" is no name of a user or group").arg(UntrustedText(host.user).shown(80)));
    return {};
}

Result<QByteArray> inventory(const QList<AnsibleHost> &hosts)
{
    QByteArray text = "---\nall:\n  hosts:\n";
    QStringList taken;
    for (const AnsibleHost &host : hosts) {
        GW_TRY(checkHost(host));
        text += "    " + yamlText(inventoryName(host.name, taken)) + ":\n";
        if (host.host.isEmpty())
            text += "      ansible_connection: local\n";
        else
            text += "      ansible_host: " + unsafe(host.host) + '\n';
        if (!host.user.isEmpty())
            text += "      ansible_user: " + unsafe(host.user) + '\n';
        if (host.port != 0)
            text += "      ansible_port: " + QByteArray::number(host.port) + '\n';
    }
    return text;
}

} // namespace

Result<QList<ExportedFile>> ansibleExportOf(const Plan &plan, const QList<AnsibleHost> &hosts)
{
    for (const Step &step : plan.steps) {
        const auto *write = std::get_if<WriteFile>(&step.change);
        if (write && write->secrecy == Secrecy::Secret)
            return invalid(Text::tr("\"%1\" holds a secret, which has no place in a file").arg(titleOf(step.change)),
                           Text::tr("Apply the plan from here, or leave that step out"));
    }
    const Payload payload = GW_TRY(payloadOf(plan, QStringLiteral("an Ansible playbook made by Gatewright"),
                                             std::clamp(plan.window, shortestWindow, longestWindow)));
    const QByteArray hostsText = GW_TRY(inventory(hosts));
    const QByteArray playText = GW_TRY(playbook(plan));
    QList<ExportedFile> files{
        {QStringLiteral("inventory.yml"), hostsText},
        {QStringLiteral("site.yml"), playText},
        {QStringLiteral("files/guard.sh"), guardText()},
        {QStringLiteral("files/plan.sh"), payload.plan, 0600},
    };
    for (auto content = payload.contents.begin(); content != payload.contents.end(); ++content)
        files.append({QStringLiteral("files/new/%1").arg(content.key()), content.value(), 0600});
    return files;
}

} // namespace gw
