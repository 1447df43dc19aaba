<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Agent</name>
    <message>
        <source>Ask the SSH agent</source>
        <translation>询问 SSH 代理</translation>
    </message>
    <message>
        <source>Check that the agent runs and is unlocked: ssh-add -l</source>
        <translation>请检查代理是否在运行并已解锁：ssh-add -l</translation>
    </message>
    <message>
        <source>The path of its socket is too long</source>
        <translation>套接字路径过长</translation>
    </message>
    <message>
        <source>It does not answer</source>
        <translation>代理没有应答</translation>
    </message>
    <message>
        <source>Its answer makes no sense</source>
        <translation>代理的应答无法理解</translation>
    </message>
    <message>
        <source>It does not list its keys</source>
        <translation>代理没有列出密钥</translation>
    </message>
</context>
<context>
    <name>Apply</name>
    <message>
        <source>Export the plan as an Ansible playbook</source>
        <translation>将计划导出为 Ansible playbook</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not UTF-8, which YAML needs</source>
        <translation>“%1” 不是 UTF-8，而 YAML 需要 UTF-8</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no name of a server</source>
        <translation>“%1” 不是有效的服务器名称</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no name of a user or group</source>
        <translation>“%1” 不是有效的用户名或组名</translation>
    </message>
    <message>
        <source>&quot;%1&quot; holds a secret, which has no place in a file</source>
        <translation>“%1” 含有机密内容，不应写入文件</translation>
    </message>
    <message>
        <source>Apply the plan from here, or leave that step out</source>
        <translation>请在这里应用计划，或去掉该步骤</translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation>未做任何变更</translation>
    </message>
    <message>
        <source>Apply &quot;%1&quot; to %2</source>
        <translation>将 “%1” 应用到 %2</translation>
    </message>
    <message>
        <source>It was stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>某人</translation>
    </message>
    <message>
        <source>The server takes the change back by itself, by %1 at the latest</source>
        <translation>服务器会自行撤销此变更，最迟在 %1</translation>
    </message>
    <message>
        <source>Look for a change on the server</source>
        <translation>在服务器上查找变更</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no id of a change</source>
        <translation>“%1” 不是有效的变更 id</translation>
    </message>
    <message>
        <source>The server knows no such change</source>
        <translation>服务器上没有这项变更</translation>
    </message>
    <message>
        <source>It was kept, or taken back and reported, before</source>
        <translation>它此前已被保留，或已撤销并报告</translation>
    </message>
    <message>
        <source>The time to confirm is over: the server has taken the change back</source>
        <translation>确认时限已过：服务器已撤销此变更</translation>
    </message>
    <message>
        <source>Apply it again if it is still wanted</source>
        <translation>如仍需要，请重新应用</translation>
    </message>
    <message>
        <source>The change is still being made, or being taken back</source>
        <translation>变更仍在进行或撤销中</translation>
    </message>
    <message>
        <source>Wait a moment and try again</source>
        <translation>请稍候再试</translation>
    </message>
    <message>
        <source>The guard on the server ended with code %1: %2</source>
        <translation>服务器上的守护程序以代码 %1 结束：%2</translation>
    </message>
    <message>
        <source>Look at /var/lib/gatewright there</source>
        <translation>请查看服务器上的 /var/lib/gatewright</translation>
    </message>
    <message>
        <source>%1 had been edited by somebody else in the meantime. The old file is back; their version is kept on the server as %2</source>
        <translation>%1 在此期间被他人编辑过。旧文件已恢复；他人的版本保存在服务器上，名为 %2</translation>
    </message>
    <message>
        <source>%1 had been edited by somebody else in the meantime and was left as they made it</source>
        <translation>%1 在此期间被他人编辑过，已按其编辑后的样子保留</translation>
    </message>
    <message>
        <source>%1 had been removed by somebody else in the meantime. It is back</source>
        <translation>%1 在此期间被他人删除。现已恢复</translation>
    </message>
    <message>
        <source>Mode or owner of %1 had been changed by somebody else in the meantime. They are as before</source>
        <translation>%1 的权限模式或所有者在此期间被他人更改。现已恢复原样</translation>
    </message>
    <message>
        <source>%1 could not be put back: %2</source>
        <translation>无法恢复 %1：%2</translation>
    </message>
    <message>
        <source>The way back of &quot;%1&quot; failed: %2</source>
        <translation>“%1” 的退路失败：%2</translation>
    </message>
    <message>
        <source>The package %1 could not be removed again: %2</source>
        <translation>无法将软件包 %1 移除：%2</translation>
    </message>
    <message>
        <source>The service %1 could not be brought back to its old state: %2</source>
        <translation>无法将服务 %1 恢复到原来的状态：%2</translation>
    </message>
    <message>
        <source>The rules of the firewall are not quite as before: %1</source>
        <translation>防火墙规则与之前不完全一致：%1</translation>
    </message>
    <message>
        <source>Something else was noticed: %1</source>
        <translation>还发现其他情况：%1</translation>
    </message>
    <message>
        <source>Only root may change a server</source>
        <translation>只有 root 可以更改服务器</translation>
    </message>
    <message>
        <source>%1 is on a file system that is mounted read-only</source>
        <translation>%1 所在的文件系统以只读方式挂载</translation>
    </message>
    <message>
        <source>%1 carries the attribute &quot;immutable&quot; or &quot;append only&quot;</source>
        <translation>%1 带有 “immutable” 或 “append only” 属性</translation>
    </message>
    <message>
        <source>The server has no room left for backups</source>
        <translation>服务器上没有空间存放备份</translation>
    </message>
    <message>
        <source>There is no room left on the file system of %1</source>
        <translation>%1 所在的文件系统没有剩余空间</translation>
    </message>
    <message>
        <source>%1 is not a regular file</source>
        <translation>%1 不是普通文件</translation>
    </message>
    <message>
        <source>The new content of %1 arrived damaged</source>
        <translation>%1 的新内容到达时已损坏</translation>
    </message>
    <message>
        <source>The server has no program %1</source>
        <translation>服务器上没有程序 %1</translation>
    </message>
    <message>
        <source>The server has no package manager that is known here, so %1 cannot be installed</source>
        <translation>服务器上没有可识别的软件包管理器，无法安装 %1</translation>
    </message>
    <message>
        <source>Neither a timer nor a process could be started that would take the change back</source>
        <translation>无法启动用于撤销变更的定时器或进程</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>未做任何变更。</translation>
    </message>
    <message>
        <source>Log in as root, or as a user with sudo</source>
        <translation>请以 root 或拥有 sudo 权限的用户登录</translation>
    </message>
    <message>
        <source>Mount it writable, then try again</source>
        <translation>请以可写方式挂载，然后重试</translation>
    </message>
    <message>
        <source>If it is meant to be changed, remove the attribute with chattr -i -a</source>
        <translation>如确需更改，请用 chattr -i -a 移除该属性</translation>
    </message>
    <message>
        <source>Make room, then try again</source>
        <translation>请腾出空间，然后重试</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>请重试</translation>
    </message>
    <message>
        <source>Somebody else has taken the change back</source>
        <translation>他人已撤销此变更</translation>
    </message>
    <message>
        <source>Nobody confirmed the change in time</source>
        <translation>无人及时确认此变更</translation>
    </message>
    <message>
        <source>The server was restarted before anybody confirmed the change</source>
        <translation>变更尚未确认，服务器就已重启</translation>
    </message>
    <message>
        <source>It was taken back on request</source>
        <translation>已按要求撤销</translation>
    </message>
    <message>
        <source>The way back could not be armed a second time</source>
        <translation>无法再次启用退路</translation>
    </message>
    <message>
        <source>&quot;%1&quot; failed</source>
        <translation>“%1” 失败</translation>
    </message>
    <message>
        <source>&quot;%1&quot; failed: %2</source>
        <translation>“%1” 失败：%2</translation>
    </message>
    <message>
        <source>The server took the change back</source>
        <translation>服务器撤销了此变更</translation>
    </message>
    <message>
        <source>The server goes on trying by itself</source>
        <translation>服务器会自行继续尝试</translation>
    </message>
    <message>
        <source>The end of all processes of this login (KillUserProcesses of systemd-logind): there is no systemd timer, a process waits instead</source>
        <translation>此登录的所有进程被终止（systemd-logind 的 KillUserProcesses）：没有 systemd 定时器，由一个进程代为等待</translation>
    </message>
    <message>
        <source>Somebody who ends that process</source>
        <translation>有人终止该进程</translation>
    </message>
    <message>
        <source>The first moments after a reboot: cron takes the change back, after the services have started</source>
        <translation>重启后的最初片刻：cron 在各服务启动之后才撤销变更</translation>
    </message>
    <message>
        <source>A reboot: there is neither systemd nor cron</source>
        <translation>重启：既没有 systemd，也没有 cron</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a step, what is wrong with it</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>更改 %1</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>步骤 %1</translation>
    </message>
    <message>
        <source>Keep the change on %1</source>
        <translation>保留 %1 上的变更</translation>
    </message>
    <message>
        <source>Undo the change on %1</source>
        <translation>撤销 %1 上的变更</translation>
    </message>
    <message>
        <source>It has just been kept</source>
        <translation>它刚刚已被保留</translation>
    </message>
    <message>
        <source>Undo it from the history</source>
        <translation>请从历史记录中撤销</translation>
    </message>
    <message>
        <source>Nothing had been changed yet</source>
        <translation>当时尚未做任何变更</translation>
    </message>
    <message>
        <source>Ask %1 for more time</source>
        <translation>请求 %1 延长时限</translation>
    </message>
    <message>
        <source>Clear away the record of a change on %1</source>
        <translation>清除 %1 上的变更记录</translation>
    </message>
    <message>
        <source>Look for open changes on %1</source>
        <translation>查找 %1 上未结束的变更</translation>
    </message>
    <message>
        <source>A name contains a NUL byte</source>
        <translation>名称中含有 NUL 字节</translation>
    </message>
    <message>
        <source>%1 is not the plain, absolute path of a file</source>
        <translation>%1 不是规范的文件绝对路径</translation>
    </message>
    <message>
        <source>%1 is written by two steps</source>
        <translation>有两个步骤写入 %1</translation>
    </message>
    <message>
        <source>A link takes the place of nothing or of a link, and leads somewhere</source>
        <translation>链接只能新建或取代已有链接，且必须有目标</translation>
    </message>
    <message>
        <source>No package is called like this</source>
        <translation>不存在这样的软件包名</translation>
    </message>
    <message>
        <source>A command may name at most %1 files</source>
        <translation>一条命令最多可指定 %1 个文件</translation>
    </message>
    <message>
        <source>No service is called like this</source>
        <translation>不存在这样的服务名</translation>
    </message>
    <message>
        <source>The plan has no steps</source>
        <translation>计划没有步骤</translation>
    </message>
    <message>
        <source>Export the plan as a shell script</source>
        <translation>将计划导出为 shell 脚本</translation>
    </message>
</context>
<context>
    <name>AskpassServer</name>
    <message>
        <source>Prepare to answer what ssh asks</source>
        <translation>准备回答 ssh 的询问</translation>
    </message>
    <message>
        <source>The program gatewright-askpass was not found</source>
        <translation>找不到程序 gatewright-askpass</translation>
    </message>
    <message>
        <source>Install Gatewright again</source>
        <translation>请重新安装 Gatewright</translation>
    </message>
    <message>
        <source>The path %1 is too long for a socket</source>
        <translation>路径 %1 过长，不能用作套接字</translation>
    </message>
</context>
<context>
    <name>BlockForm</name>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Upstream</source>
        <translation>上游</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>标头</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>访问</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>压缩</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>限制</translation>
    </message>
</context>
<context>
    <name>Certificate</name>
    <message>
        <source>%1 bits, own curve</source>
        <translation>%1 位，自定义曲线</translation>
    </message>
    <message>
        <source>Its content is not an X.509 certificate</source>
        <translation>内容不是 X.509 证书</translation>
    </message>
    <message>
        <source>Its dates of validity cannot be read</source>
        <translation>无法读取有效期</translation>
    </message>
    <message>
        <source>Its alternative names cannot be read</source>
        <translation>无法读取备用名称（SAN）</translation>
    </message>
    <message>
        <source>Read certificates</source>
        <translation>读取证书</translation>
    </message>
    <message>
        <source>Read certificate %1</source>
        <translation>读取证书 %1</translation>
    </message>
    <message>
        <source>Put the file there again from its source, or have the certificate issued again</source>
        <translation>请从来源处重新放置该文件，或重新签发证书</translation>
    </message>
    <message>
        <source>The text is longer than 4 MiB</source>
        <translation>文本超过 4 MiB</translation>
    </message>
    <message>
        <source>Check that it is a certificate file</source>
        <translation>请检查它是不是证书文件</translation>
    </message>
    <message>
        <source>There are more than %1 certificates</source>
        <translation>证书超过 %1 个</translation>
    </message>
    <message>
        <source>Certificate %1 is longer than 256 KiB</source>
        <translation>证书 %1 超过 256 KiB</translation>
    </message>
    <message>
        <source>Its END line is missing: the file was cut off</source>
        <translation>缺少 END 行：文件被截断</translation>
    </message>
    <message>
        <source>Its text is not base64</source>
        <translation>文本不是 base64</translation>
    </message>
    <message>
        <source>There is no certificate in it</source>
        <translation>其中没有证书</translation>
    </message>
    <message>
        <source>A certificate begins with the line “-----BEGIN CERTIFICATE-----”</source>
        <translation>证书以 “-----BEGIN CERTIFICATE-----” 一行开头</translation>
    </message>
    <message>
        <source>Make a certificate</source>
        <translation>生成证书</translation>
    </message>
    <message>
        <source>“%1” is no name of a host</source>
        <translation>“%1” 不是有效的主机名</translation>
    </message>
    <message>
        <source>It needs a name</source>
        <translation>需要一个名称</translation>
    </message>
    <message>
        <source>OpenSSL refused it</source>
        <translation>OpenSSL 拒绝了它</translation>
    </message>
</context>
<context>
    <name>Change</name>
    <message>
        <source>%1, as %2</source>
        <translation>%1，以 %2 身份</translation>
    </message>
    <message>
        <source>Nothing was changed: these files are not as the plan saw them: %1</source>
        <translation>未做任何变更：这些文件与制定计划时不同：%1</translation>
    </message>
    <message>
        <source>Nothing was changed: %1 has had a change open on this server since %2</source>
        <translation>未做任何变更：%1 自 %2 起在这台服务器上有未结束的变更</translation>
    </message>
    <message>
        <source>Nothing was changed: %1</source>
        <translation>未做任何变更：%1</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%2 上的 %1</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>It could not be written into the journal. %1</source>
        <translation>无法写入变更日志。%1</translation>
    </message>
    <message>
        <source>A proof failed. %1</source>
        <translation>一项证明未通过。%1</translation>
    </message>
    <message>
        <source>Kept although not everything could be tried</source>
        <translation>已保留，但有些项目无法检验</translation>
    </message>
    <message>
        <source>Found kept: every file is as the change made it</source>
        <translation>核实为已保留：每个文件都与变更后一致</translation>
    </message>
    <message>
        <source>Found as it was before</source>
        <translation>核实为与变更前一致</translation>
    </message>
    <message>
        <source>Nobody knows how it ended: its files are neither as before nor as it made them</source>
        <translation>结果不明：文件既不是变更前的样子，也不是变更后的样子</translation>
    </message>
    <message>
        <source>Not everything could be restored</source>
        <translation>并非全部都能恢复</translation>
    </message>
    <message>
        <source>Nobody confirmed in time: the server returned by itself</source>
        <translation>无人及时确认：服务器已自行恢复</translation>
    </message>
    <message>
        <source>The server cannot be reached. What was changed there returns by itself at %1 at the latest</source>
        <translation>无法连接服务器。那里的变更最迟在 %1 自行恢复</translation>
    </message>
    <message>
        <source>What answers there shows the host key %1 %2, which is none of this server</source>
        <translation>那里的应答方出示的主机密钥 %1 %2 不属于这台服务器</translation>
    </message>
    <message>
        <source>Find out who listens on that port</source>
        <translation>请查明是谁在监听该端口</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Become root on %1</source>
        <translation>在 %1 上成为 root</translation>
    </message>
    <message>
        <source>The login works, but this user cannot become root: nobody could administer the server</source>
        <translation>可以登录，但此用户无法成为 root：将无人能管理服务器</translation>
    </message>
    <message>
        <source>Give the user rights by sudo first</source>
        <translation>请先通过 sudo 授予该用户权限</translation>
    </message>
    <message>
        <source>%1 asks for a password</source>
        <translation>%1 要求输入密码</translation>
    </message>
    <message>
        <source>%1 did not make us root</source>
        <translation>%1 没有取得 root 权限</translation>
    </message>
    <message>
        <source>A new shell of this computer is root; there is no SSH login to prove</source>
        <translation>这台电脑上新开的 shell 就是 root；没有需要证明的 SSH 登录</translation>
    </message>
    <message>
        <source>%1 by %2, root, in %3 s</source>
        <translation>%1 通过 %2 登录，身份为 root，用时 %3 秒</translation>
    </message>
    <message>
        <source>Not tried: the server is behind the jump host %1, nothing of it can be seen from here</source>
        <translation>未检验：服务器位于跳板机 %1 之后，从这里看不到它</translation>
    </message>
    <message>
        <source>Not tried: the server is reached by a ProxyCommand, nothing else of it can be seen from here</source>
        <translation>未检验：服务器通过 ProxyCommand 连接，从这里看不到它的其他部分</translation>
    </message>
    <message>
        <source>%1 port %2 answered in %3 ms</source>
        <translation>%1 端口 %2 在 %3 毫秒内应答</translation>
    </message>
    <message>
        <source>On this computer itself: %1</source>
        <translation>在这台电脑上：%1</translation>
    </message>
    <message>
        <source>Not tried: this computer cannot see itself as others do</source>
        <translation>未检验：这台电脑无法从他人的角度查看自己</translation>
    </message>
    <message>
        <source>Not tried: %1</source>
        <translation>未检验：%1</translation>
    </message>
    <message>
        <source>Prove the change from outside</source>
        <translation>从外部证明变更</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Not everything could be tried from outside</source>
        <translation>有些项目无法从外部检验</translation>
    </message>
    <message>
        <source>answered %1</source>
        <translation>应答 %1</translation>
    </message>
    <message>
        <source>answered %1 instead of %2</source>
        <translation>应答 %1，而不是 %2</translation>
    </message>
    <message>
        <source>no answer in %1 s</source>
        <translation>%1 秒内没有应答</translation>
    </message>
    <message>
        <source>%1 is no address of the web</source>
        <translation>%1 不是有效的网址</translation>
    </message>
    <message>
        <source>The key that opened the first connection is not taken any more; a password is asked for</source>
        <translation>打开第一个连接的密钥已不再被接受；改为询问密码</translation>
    </message>
    <message>
        <source>The server has it no longer open</source>
        <translation>服务器上已没有这项待决定的变更</translation>
    </message>
    <message>
        <source>From now on the server is reached as %1.</source>
        <translation>从现在起，这台服务器的地址为 %1。</translation>
    </message>
    <message>
        <source>Write “%1” below “Host %2” in %3: the server is reached like that from now on.</source>
        <translation>请在 %3 的“Host %2”下写入“%1”：从现在起要这样连接这台服务器。</translation>
    </message>
    <message>
        <source>The server knows nothing of it</source>
        <translation>服务器对它一无所知</translation>
    </message>
    <message>
        <source>another certificate is shown: %1</source>
        <translation>出示的是另一张证书：%1</translation>
    </message>
    <message>
        <source>the answer is none of HTTP: %1</source>
        <translation>应答不是 HTTP：%1</translation>
    </message>
    <message>
        <source>Not tried: the password is not kept with the plan</source>
        <translation>未检验：密码不随计划保存</translation>
    </message>
    <message>
        <source>Not tried: there is no WebSocket for strangers, it answered %1</source>
        <translation>未尝试：那里没有对外开放的 WebSocket，应答为 %1</translation>
    </message>
    <message>
        <source>came in %1 pieces, over %2 ms</source>
        <translation>分 %1 段到达，历时 %2 毫秒</translation>
    </message>
    <message>
        <source>all came at once, after %1 ms: something holds the answer back</source>
        <translation>%1 毫秒后一次性到达：有环节缓存了应答</translation>
    </message>
    <message>
        <source>Not tried: the answer was too quick to tell</source>
        <translation>未尝试：应答太快，无法判断</translation>
    </message>
    <message>
        <source>Not tried: the model said nothing in %1 s</source>
        <translation>未尝试：模型在 %1 秒内没有应答</translation>
    </message>
    <message>
        <source>Not tried: the service names no model to strangers</source>
        <translation>未尝试：该服务未向外列出任何模型</translation>
    </message>
    <message>
        <source>Not tried: the model answered %1</source>
        <translation>未尝试：模型应答 %1</translation>
    </message>
    <message>
        <source>the head of the answer has no end</source>
        <translation>应答的标头没有结束</translation>
    </message>
</context>
<context>
    <name>ChangeJson</name>
    <message>
        <source>is not an octal mode</source>
        <translation>不是八进制权限模式</translation>
    </message>
    <message>
        <source>is secret and was left out: make this plan anew</source>
        <translation>是机密内容，已略去：请重新制定此计划</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>is a file: a link would take its place</source>
        <translation>是文件，不能由链接取代</translation>
    </message>
</context>
<context>
    <name>ChangeReport</name>
    <message>
        <source>Server: %1</source>
        <translation>服务器：%1</translation>
    </message>
    <message>
        <source>When: %1</source>
        <translation>时间：%1</translation>
    </message>
    <message>
        <source>Who: %1</source>
        <translation>执行人：%1</translation>
    </message>
    <message>
        <source>Takes back: #%1</source>
        <translation>撤销：#%1</translation>
    </message>
    <message>
        <source>Host key: %1</source>
        <translation>主机密钥：%1</translation>
    </message>
    <message>
        <source>Outcome: %1</source>
        <translation>结果：%1</translation>
    </message>
    <message>
        <source>not run</source>
        <translation>未执行</translation>
    </message>
    <message>
        <source>done in %1</source>
        <translation>已完成，用时 %1</translation>
    </message>
    <message>
        <source>failed after %1</source>
        <translation>失败，用时 %1</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>之前：%1</translation>
    </message>
    <message>
        <source>After: %1</source>
        <translation>之后：%1</translation>
    </message>
    <message>
        <source>Its content is secret and was not kept.</source>
        <translation>内容属于机密，未保留。</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>不存在</translation>
    </message>
    <message>
        <source>link to %1</source>
        <translation>链接到 %1</translation>
    </message>
    <message>
        <source>held</source>
        <translation>成立</translation>
    </message>
    <message>
        <source>did not hold</source>
        <translation>不成立</translation>
    </message>
    <message>
        <source>Proofs</source>
        <translation>证明</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>date, time</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>Confinement</name>
    <message>
        <source>%1: exposure %2 → %3 of 10</source>
        <comment>a unit, before and after</comment>
        <translation>%1：暴露评分 %2 → %3（满分 10）</translation>
    </message>
    <message>
        <source>How far it is confined now: exposure %1 of 10</source>
        <translation>当前的限制程度：暴露评分 %1（满分 10）</translation>
    </message>
    <message>
        <source>How far it is confined then: exposure %1 of 10 is expected, as systemd reckons from the files</source>
        <translation>变更后的限制程度：按 systemd 根据文件的估算，预计暴露评分 %1（满分 10）</translation>
    </message>
</context>
<context>
    <name>Connector</name>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Host key</source>
        <translation>主机密钥</translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation>认证方式</translation>
    </message>
    <message>
        <source>Cipher</source>
        <translation>加密算法</translation>
    </message>
    <message>
        <source>Key exchange</source>
        <translation>密钥交换</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器软件</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>这台电脑</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Check the port and whether sshd runs there; a firewall may also answer like this</source>
        <translation>请检查端口是否正确、sshd 是否在该端口上运行；防火墙也可能这样回应</translation>
    </message>
    <message>
        <source>Check the address, the network and firewalls on the way</source>
        <translation>请检查地址、网络和途中的防火墙</translation>
    </message>
    <message>
        <source>The name %1 was not looked up in time</source>
        <translation>未能及时解析名称 %1</translation>
    </message>
    <message>
        <source>Check the name server, or use the IP address</source>
        <translation>请检查 DNS 服务器，或改用 IP 地址</translation>
    </message>
    <message>
        <source>The name %1 has no address: %2</source>
        <translation>名称 %1 没有对应的地址：%2</translation>
    </message>
    <message>
        <source>Check the spelling, or use the IP address</source>
        <translation>请检查拼写，或改用 IP 地址</translation>
    </message>
    <message>
        <source>No answer came in time</source>
        <translation>未及时收到应答</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>The name %1 could not be looked up: no name server answers</source>
        <translation>无法查询名称 %1：没有名称服务器应答</translation>
    </message>
</context>
<context>
    <name>EffectiveHere</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Effective here: %1 is not set</source>
        <translation>此处生效：未设置 %1</translation>
    </message>
    <message>
        <source>Effective here: %1 %2, the default</source>
        <translation>此处生效：%1 %2（默认值）</translation>
    </message>
    <message>
        <source>Effective here: %1, set here</source>
        <translation>此处生效：%1（在此处设置）</translation>
    </message>
    <message>
        <source>Overrides: %1</source>
        <translation>覆盖：%1</translation>
    </message>
    <message>
        <source>Replaces as a whole: %1</source>
        <translation>整体取代：%1</translation>
    </message>
    <message>
        <source>Effective here: %1, those from above and those set here together</source>
        <translation>此处生效：%1（上层设置与此处设置合并）</translation>
    </message>
    <message>
        <source>Effective here: %1, inherited</source>
        <translation>此处生效：%1（继承）</translation>
    </message>
    <message>
        <source>Kept out by the inherit directive: %1</source>
        <translation>被 inherit 指令排除：%1</translation>
    </message>
    <message>
        <source>Holds only where it stands: %1</source>
        <translation>仅在所在位置有效：%1</translation>
    </message>
    <message>
        <source>Default: %1</source>
        <translation>默认值：%1</translation>
    </message>
</context>
<context>
    <name>EffectiveText</name>
    <message>
        <source>the outermost level</source>
        <translation>最外层</translation>
    </message>
    <message>
        <source>What holds in %1:</source>
        <translation>%1 中生效的内容：</translation>
    </message>
    <message>
        <source>Runs first, in this order</source>
        <translation>最先按此顺序执行</translation>
    </message>
    <message>
        <source>Set here</source>
        <translation>在此设置</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>来自 %1</translation>
    </message>
    <message>
        <source>Set above and replaced on the way: does not hold here</source>
        <translation>在上层设置，但途中被替换：在此不生效</translation>
    </message>
    <message>
        <source>Set nowhere: at the default</source>
        <translation>未设置：使用默认值</translation>
    </message>
    <message numerus="yes">
        <source>It is read in %n more places</source>
        <translation>
            <numerusform>它还在另外 %n 处被读取</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message>
        <source>Run a command on %1</source>
        <translation>在 %1 上运行命令</translation>
    </message>
    <message>
        <source>Nothing of it was used. Look at what it prints in a terminal</source>
        <translation>输出未被采用。请在终端中查看它输出了什么</translation>
    </message>
    <message>
        <source>The password was not accepted</source>
        <translation>密码未被接受</translation>
    </message>
    <message>
        <source>It was asked for again after it had been sent once; it is not sent a second time</source>
        <translation>发送过一次后又被询问；不会再次发送</translation>
    </message>
    <message>
        <source>The command did not finish within %1 s</source>
        <translation>命令未在 %1 秒内完成</translation>
    </message>
    <message>
        <source>The server may be busy; try again later</source>
        <translation>服务器可能繁忙，请稍后再试</translation>
    </message>
    <message>
        <source>Not a byte came for %1 s</source>
        <translation>%1 秒内没有收到任何数据</translation>
    </message>
    <message>
        <source>Check the network and whether the server still answers</source>
        <translation>请检查网络，以及服务器是否仍能应答</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>%1 could not be started: %2</source>
        <translation>无法启动 %1：%2</translation>
    </message>
    <message>
        <source>Check that it is installed</source>
        <translation>请检查它是否已安装</translation>
    </message>
    <message>
        <source>The command printed more than %1</source>
        <translation>命令的输出超过 %1</translation>
    </message>
</context>
<context>
    <name>ExportPlan</name>
    <message>
        <source>Export the plan</source>
        <translation>导出计划</translation>
    </message>
    <message>
        <source>Shell script (*.sh)</source>
        <translation>Shell 脚本 (*.sh)</translation>
    </message>
</context>
<context>
    <name>ExportReport</name>
    <message>
        <source>Export the review</source>
        <translation>导出审查报告</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>文本 (*.txt)</translation>
    </message>
</context>
<context>
    <name>FactChange</name>
    <message>
        <source>Listening socket %1</source>
        <translation>监听端口 %1</translation>
    </message>
    <message>
        <source>Package %1</source>
        <translation>软件包 %1</translation>
    </message>
    <message>
        <source>Service %1</source>
        <translation>服务 %1</translation>
    </message>
    <message>
        <source>Supervisor program %1</source>
        <translation>Supervisor 程序 %1</translation>
    </message>
    <message>
        <source>Timer %1</source>
        <translation>定时器 %1</translation>
    </message>
    <message>
        <source>Cron job in %1</source>
        <translation>%1 中的 cron 任务</translation>
    </message>
    <message>
        <source>User %1</source>
        <translation>用户 %1</translation>
    </message>
    <message>
        <source>SSH key %1 of %2</source>
        <translation>%2 的 SSH 密钥 %1</translation>
    </message>
    <message>
        <source>Sudo rule in %1</source>
        <translation>%1 中的 sudo 规则</translation>
    </message>
    <message>
        <source>File %1</source>
        <translation>文件 %1</translation>
    </message>
    <message>
        <source>SSH setting %1</source>
        <translation>SSH 设置 %1</translation>
    </message>
    <message>
        <source>Certificate %1</source>
        <translation>证书 %1</translation>
    </message>
    <message>
        <source>Renewal of %1</source>
        <translation>%1 的续期</translation>
    </message>
    <message>
        <source>Container %1</source>
        <translation>容器 %1</translation>
    </message>
    <message>
        <source>GPU %1</source>
        <translation>GPU %1</translation>
    </message>
    <message>
        <source>Firewall (%1)</source>
        <translation>防火墙（%1）</translation>
    </message>
    <message>
        <source>Name of the server</source>
        <translation>服务器名称</translation>
    </message>
    <message>
        <source>Operating system</source>
        <translation>操作系统</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>内核</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Restart needed</source>
        <translation>需要重启</translation>
    </message>
</context>
<context>
    <name>FileStates</name>
    <message>
        <source>Read %1</source>
        <translation>读取 %1</translation>
    </message>
    <message>
        <source>It is not a regular file</source>
        <translation>它不是普通文件</translation>
    </message>
    <message>
        <source>This user may not read it</source>
        <translation>此用户无权读取</translation>
    </message>
    <message>
        <source>Read it as root</source>
        <translation>请以 root 身份读取</translation>
    </message>
    <message>
        <source>It is larger than %1</source>
        <translation>大于 %1</translation>
    </message>
    <message>
        <source>It changed while it was read</source>
        <translation>读取过程中文件发生了变化</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>请重试</translation>
    </message>
    <message>
        <source>The answer cannot be read</source>
        <translation>无法读取应答</translation>
    </message>
</context>
<context>
    <name>Gap</name>
    <message>
        <source>not asked</source>
        <translation>未询问</translation>
    </message>
    <message>
        <source>not installed</source>
        <translation>未安装</translation>
    </message>
    <message>
        <source>needs root</source>
        <translation>需要 root 权限</translation>
    </message>
    <message>
        <source>took too long</source>
        <translation>耗时过长</translation>
    </message>
    <message>
        <source>too large to read</source>
        <translation>过大，未读取</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>无法读取</translation>
    </message>
</context>
<context>
    <name>GitMirror</name>
    <message>
        <source>The program git is not installed</source>
        <translation>未安装程序 git</translation>
    </message>
    <message>
        <source>Install git, or turn the git mirror off: the journal is complete without it</source>
        <translation>请安装 git，或关闭 git 镜像：没有它，变更日志也是完整的</translation>
    </message>
    <message>
        <source>Keep the journal as a git repository in %1</source>
        <translation>将变更日志作为 git 仓库保存在 %1</translation>
    </message>
    <message>
        <source>git ended with code %1</source>
        <translation>git 以代码 %1 结束</translation>
    </message>
    <message>
        <source>Check that the folder may be written</source>
        <translation>请检查该文件夹是否可写</translation>
    </message>
    <message>
        <source>The folder holds something else</source>
        <translation>该文件夹中有其他内容</translation>
    </message>
    <message>
        <source>Choose an empty folder</source>
        <translation>请选择空文件夹</translation>
    </message>
    <message>
        <source>Only a kept change of the journal, whole, is mirrored</source>
        <translation>只有变更日志中已保留且完整的变更才会镜像</translation>
    </message>
</context>
<context>
    <name>HostKeyCheck</name>
    <message>
        <source>The server shows another host key than the known one. Known: %1 %2 (%3). Shown now: %4 %5. Either its keys were made anew, or somebody stands in between</source>
        <translation>服务器出示的主机密钥与已知的不同。已知：%1 %2（%3）。现在出示：%4 %5。要么它重新生成过密钥，要么有人在中间冒充</translation>
    </message>
    <message>
        <source>Compare on the server&apos;s own console: ssh-keygen -lf %1. Only if it prints %2, remove the old key: ssh-keygen -f %3 -R %4</source>
        <translation>请在服务器自己的控制台上比对：ssh-keygen -lf %1。只有当它输出 %2 时，才删除旧密钥：ssh-keygen -f %3 -R %4</translation>
    </message>
    <message>
        <source>Only a host certificate proves this server (@cert-authority in %1); libssh cannot check one</source>
        <translation>这台服务器只能用主机证书证明身份（%1 中的 @cert-authority），而 libssh 无法检查主机证书</translation>
    </message>
    <message>
        <source>Connect by OpenSSH: choose it as the way to connect for this server</source>
        <translation>请用 OpenSSH 连接：在这台服务器的传输方式中选择它</translation>
    </message>
    <message>
        <source>The host key of the server is revoked: %1 %2 (%3)</source>
        <translation>服务器的主机密钥已被吊销：%1 %2（%3）</translation>
    </message>
    <message>
        <source>Do not connect: somebody else may hold this key. Ask whoever runs the server for its new key</source>
        <translation>不要连接：这个密钥可能在别人手中。请向服务器的管理者索取新密钥</translation>
    </message>
    <message>
        <source>The host key of %1 is not known yet: %2 %3</source>
        <translation>还不认识 %1 的主机密钥：%2 %3</translation>
    </message>
    <message>
        <source>Compare it with what the server&apos;s own console prints: ssh-keygen -lf %1</source>
        <translation>请与服务器自己的控制台输出比对：ssh-keygen -lf %1</translation>
    </message>
    <message>
        <source>a certificate authority vouches for the host key</source>
        <translation>主机密钥由证书颁发机构担保</translation>
    </message>
    <message>
        <source>RevokedHostKeys is a binary list</source>
        <translation>RevokedHostKeys 是二进制列表</translation>
    </message>
    <message>
        <source>The host key of %1 could not be added to %2: %3. It will be asked about again</source>
        <translation>%1 的主机密钥无法写入 %2：%3。下次还会询问</translation>
    </message>
</context>
<context>
    <name>Intents</name>
    <message>
        <source>Modern</source>
        <comment>a profile of algorithms</comment>
        <translation>现代</translation>
    </message>
    <message>
        <source>Compatible</source>
        <comment>a profile of algorithms</comment>
        <translation>兼容</translation>
    </message>
    <message>
        <source>Change the keys of %1</source>
        <translation>更改 %1 的密钥</translation>
    </message>
    <message>
        <source>This is a private key: it never leaves your computer</source>
        <translation>这是私钥：它绝不会离开你的电脑</translation>
    </message>
    <message>
        <source>Take the line of the file that ends in .pub</source>
        <translation>请使用以 .pub 结尾的文件中的那一行</translation>
    </message>
    <message>
        <source>This is no line with a public key</source>
        <translation>这不是一行公钥</translation>
    </message>
    <message>
        <source>It looks like “ssh-ed25519 AAAA… name”, all in one line</source>
        <translation>它形如 “ssh-ed25519 AAAA… name”，全部在一行内</translation>
    </message>
    <message>
        <source>%1 is no kind of key that sshd takes from this file</source>
        <translation>%1 不是 sshd 从此文件接受的密钥类型</translation>
    </message>
    <message>
        <source>%1 keys can be broken: %2</source>
        <translation>%1 密钥可被攻破：%2</translation>
    </message>
    <message>
        <source>Make an Ed25519 key</source>
        <translation>请生成 Ed25519 密钥</translation>
    </message>
    <message>
        <source>There is no account of this name with a shell</source>
        <translation>没有使用此名称且拥有 shell 的账户</translation>
    </message>
    <message>
        <source>The account has no home directory</source>
        <translation>该账户没有主目录</translation>
    </message>
    <message>
        <source>sshd reads no file of keys: AuthorizedKeysFile none</source>
        <translation>sshd 不读取任何密钥文件：AuthorizedKeysFile none</translation>
    </message>
    <message>
        <source>%1 may log in with the key %2</source>
        <translation>%1 可以用密钥 %2 登录</translation>
    </message>
    <message>
        <source>%1 no longer logs in with the key %2</source>
        <translation>%1 不再能用密钥 %2 登录</translation>
    </message>
    <message>
        <source>Confine %1</source>
        <translation>限制 %1 的权限</translation>
    </message>
    <message>
        <source>It starts from %1, which %2 may not read</source>
        <translation>它从 %1 启动，而 %2 无权读取该位置</translation>
    </message>
    <message>
        <source>Move that to /opt or /srv and let its command name the new place; then repeat this</source>
        <translation>请将其移到 /opt 或 /srv，并让命令指向新位置，然后重复此操作</translation>
    </message>
    <message>
        <source>Move that to /opt or /srv, or let it run as %1</source>
        <translation>请将其移到 /opt 或 /srv，或让它以 %1 身份运行</translation>
    </message>
    <message>
        <source>An account for this service alone; nobody can log in with it</source>
        <translation>仅供此服务使用的账户；无人能用它登录</translation>
    </message>
    <message>
        <source>It must answer again, on this server alone</source>
        <translation>它必须重新应答，且仅限本服务器</translation>
    </message>
    <message>
        <source>It must answer again</source>
        <translation>它必须重新应答</translation>
    </message>
    <message>
        <source>The command of %1 does not say where it listens: it stays open on port %2. Its own configuration decides, or a firewall.</source>
        <translation>%1 的命令没有指明监听位置：它在端口 %2 上仍然开放。这取决于它自己的配置或防火墙。</translation>
    </message>
    <message>
        <source>A service with such a name cannot be changed here</source>
        <translation>这里无法更改使用此类名称的服务</translation>
    </message>
    <message>
        <source>“%1” is no name for its user</source>
        <translation>“%1” 不能用作其用户名</translation>
    </message>
    <message>
        <source>supervisord has no program of this name</source>
        <translation>supervisord 没有使用此名称的程序</translation>
    </message>
    <message>
        <source>%1 does not name its command any more</source>
        <translation>%1 已不再包含其命令</translation>
    </message>
    <message>
        <source>Survey the server again</source>
        <translation>请重新采集这台服务器</translation>
    </message>
    <message>
        <source>%1 worked in /root, from now on it works in %2: copy what it needs there.</source>
        <translation>%1 原在 /root 中工作，今后在 %2 中工作：请将所需内容复制过去。</translation>
    </message>
    <message>
        <source>A folder of its own, for what it writes</source>
        <translation>供其写入的专用文件夹</translation>
    </message>
    <message>
        <source>%1 runs as %2: a hole in it gives away its own files only</source>
        <translation>%1 以 %2 身份运行：即使有漏洞，也只会泄露它自己的文件</translation>
    </message>
    <message>
        <source>supervisord reads its files again and restarts what changed</source>
        <translation>supervisord 重新读取文件，并重启有变化的程序</translation>
    </message>
    <message>
        <source>It must run</source>
        <translation>它必须处于运行状态</translation>
    </message>
    <message>
        <source>%1 starts nothing</source>
        <translation>%1 不启动任何程序</translation>
    </message>
    <message>
        <source>%1 can then write only to %2%3. Files that it made as root stay root’s.</source>
        <translation>此后 %1 只能写入 %2%3。它以 root 身份创建的文件仍归 root 所有。</translation>
    </message>
    <message>
        <source> and, where their owner is changed, to %1</source>
        <translation> 以及 %1（在更改了文件所有者之处）</translation>
    </message>
    <message>
        <source>systemd has no such unit</source>
        <translation>systemd 没有这个单元</translation>
    </message>
    <message>
        <source>It came with a package, which knows why it runs as it does</source>
        <translation>它来自软件包，以现有方式运行自有原因</translation>
    </message>
    <message>
        <source>Look for an option of the package itself</source>
        <translation>请查找软件包自身的选项</translation>
    </message>
    <message>
        <source>Another file than %1 says what %2 starts: its command is left alone.</source>
        <translation>%2 启动什么由 %1 以外的文件决定：其命令保持不变。</translation>
    </message>
    <message>
        <source>%1 runs as %2 and may touch nothing but its own: a hole in it gives away no more</source>
        <translation>%1 以 %2 身份运行，只能访问属于自己的内容：即使有漏洞，也不会泄露更多</translation>
    </message>
    <message>
        <source>How far it is confined now</source>
        <translation>目前的限制程度</translation>
    </message>
    <message>
        <source>systemd must accept the unit</source>
        <translation>systemd 必须接受该单元</translation>
    </message>
    <message>
        <source>systemd reads the new unit</source>
        <translation>systemd 读取新单元</translation>
    </message>
    <message>
        <source>How far it is confined then</source>
        <translation>之后的限制程度</translation>
    </message>
    <message>
        <source>Set up fail2ban</source>
        <translation>设置 fail2ban</translation>
    </message>
    <message>
        <source>This needs systemd, and the server has none</source>
        <translation>这需要 systemd，而服务器上没有</translation>
    </message>
    <message>
        <source>“%1” is no name of a jail</source>
        <translation>“%1” 不是有效的监狱规则（jail）名称</translation>
    </message>
    <message>
        <source>“%1” is no address</source>
        <translation>“%1” 不是有效地址</translation>
    </message>
    <message>
        <source>No jail is named</source>
        <translation>未指定监狱规则（jail）</translation>
    </message>
    <message>
        <source>It shuts out who guesses passwords</source>
        <translation>它会将猜测密码的人挡在外面</translation>
    </message>
    <message>
        <source>fail2ban reads the journal with it</source>
        <translation>fail2ban 用它读取系统日志（journal）</translation>
    </message>
    <message>
        <source>Who fails to log in again and again is shut out; your own address never is</source>
        <translation>反复登录失败的人会被挡在外面；你自己的地址绝不会</translation>
    </message>
    <message>
        <source>fail2ban must accept its configuration</source>
        <translation>fail2ban 必须接受其配置</translation>
    </message>
    <message>
        <source>It runs after a reboot too</source>
        <translation>重启后它也会运行</translation>
    </message>
    <message>
        <source>fail2ban reads its files again</source>
        <translation>fail2ban 重新读取文件</translation>
    </message>
    <message>
        <source>Each jail must be at work</source>
        <translation>每条监狱规则（jail）都必须生效</translation>
    </message>
    <message>
        <source>Lift the ban of %1</source>
        <translation>解除对 %1 的封禁</translation>
    </message>
    <message>
        <source>%1 may log in again</source>
        <translation>%1 可以重新登录</translation>
    </message>
    <message>
        <source>Change the permissions of %1</source>
        <translation>更改 %1 的权限</translation>
    </message>
    <message>
        <source>An owner is missing</source>
        <translation>缺少所有者</translation>
    </message>
    <message>
        <source>Only who must may read or write it</source>
        <translation>只有必要的用户才能读写它</translation>
    </message>
    <message>
        <source>ssh must stay open: first of all</source>
        <translation>ssh 必须保持开放：最先处理</translation>
    </message>
    <message>
        <source>Meant to be reached from outside</source>
        <translation>按预期可从外部访问</translation>
    </message>
    <message>
        <source>A firewall that is easy to read</source>
        <translation>易于读懂的防火墙</translation>
    </message>
    <message>
        <source>What nobody opened on purpose is closed, over IPv6 too</source>
        <translation>未特意开放的一律关闭，IPv6 也不例外</translation>
    </message>
    <message>
        <source>The rules hold now and after a reboot</source>
        <translation>规则立即生效，重启后依然有效</translation>
    </message>
    <message>
        <source>It must be on</source>
        <translation>它必须处于启用状态</translation>
    </message>
    <message>
        <source>Port %1 is published by a container engine, past the firewall: it stays open.</source>
        <translation>端口 %1 由容器引擎绕过防火墙发布：它仍然开放。</translation>
    </message>
    <message>
        <source>Open port %1</source>
        <translation>开放端口 %1</translation>
    </message>
    <message>
        <source>The rules of this server are its own, and they close it: %1</source>
        <translation>这台服务器使用自己的规则，而规则关闭了该端口：%1</translation>
    </message>
    <message>
        <source>Allow the port where the rules are written, survey again and repeat this</source>
        <translation>请在编写规则的地方允许该端口，重新采集，然后重复此操作</translation>
    </message>
    <message>
        <source>Whether the firewall lets port %1 in is not known: %2.</source>
        <translation>不知道防火墙是否放行端口 %1：%2。</translation>
    </message>
    <message>
        <source>On which port sshd answers is not known</source>
        <translation>不知道 sshd 在哪个端口应答</translation>
    </message>
    <message>
        <source>Survey the server as root</source>
        <translation>请以 root 身份采集这台服务器</translation>
    </message>
    <message>
        <source>Make sure that you can still log in</source>
        <translation>确保你仍能登录</translation>
    </message>
    <message>
        <source>Whether %1 can still log in afterwards could not be worked out; the new login will show it.</source>
        <translation>无法判断 %1 之后是否仍能登录；新的登录会给出答案。</translation>
    </message>
    <message>
        <source>you</source>
        <translation>你</translation>
    </message>
    <message>
        <source>Whether %1 can still log in is not certain: %2. The new login will show it.</source>
        <translation>无法确定 %1 是否仍能登录：%2。新的登录会给出答案。</translation>
    </message>
    <message>
        <source>%1 can then no longer log in over SSH: %2.</source>
        <translation>此后 %1 将无法再通过 SSH 登录：%2。</translation>
    </message>
    <message>
        <source>By what the server says %1 cannot log in even now (%2); the new login will show it.</source>
        <translation>按服务器给出的信息，%1 现在就无法登录（%2）；新的登录会给出答案。</translation>
    </message>
    <message>
        <source>Root gives up its login: from then on log in as %1, who may become root.</source>
        <translation>root 将不再登录：此后请以 %1 身份登录，该用户可以成为 root。</translation>
    </message>
    <message>
        <source>This would shut you out: %1</source>
        <translation>这会把你挡在外面：%1</translation>
    </message>
    <message>
        <source>Name yourself in the list too</source>
        <translation>请将你自己也列入名单</translation>
    </message>
    <message>
        <source>Give an account that may become root a key first, or choose “prohibit-password”</source>
        <translation>请先为可成为 root 的账户添加密钥，或选择 “prohibit-password”</translation>
    </message>
    <message>
        <source>Add a key of yours and try it first</source>
        <translation>请先添加你的密钥并试用</translation>
    </message>
    <message>
        <source>sshd would listen on no address that you can reach from %1</source>
        <translation>sshd 将不再监听任何可从 %1 访问的地址</translation>
    </message>
    <message>
        <source>Keep the address through which you come</source>
        <translation>请保留你连接所用的地址</translation>
    </message>
    <message>
        <source>sshd then listens on chosen addresses only. Whether the one that you use is among them will be shown by the new login.</source>
        <translation>此后 sshd 只监听选定的地址。新的登录会表明你使用的地址是否在其中。</translation>
    </message>
    <message>
        <source>%1 could not be read (%2): a line in it may decide otherwise.</source>
        <translation>无法读取 %1（%2）：其中的某一行可能另有规定。</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>a change, and how many others</comment>
        <translation>
            <numerusform>%1，另 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 as by default</source>
        <comment>a setting of sshd</comment>
        <translation>%1 采用默认值</translation>
    </message>
    <message>
        <source>Move SSH to port %1</source>
        <translation>将 SSH 迁移到端口 %1</translation>
    </message>
    <message>
        <source>Close port %1 for SSH</source>
        <translation>关闭 SSH 的端口 %1</translation>
    </message>
    <message>
        <source>Add a key for %1</source>
        <translation>为 %1 添加密钥</translation>
    </message>
    <message>
        <source>Remove a key of %1</source>
        <translation>移除 %1 的一个密钥</translation>
    </message>
    <message>
        <source>Let fail2ban watch %1</source>
        <translation>让 fail2ban 监视 %1</translation>
    </message>
    <message>
        <source>Run %1 as %2</source>
        <translation>以 %2 身份运行 %1</translation>
    </message>
    <message>
        <source>Change SSH settings</source>
        <translation>更改 SSH 设置</translation>
    </message>
    <message>
        <source>Make a plan</source>
        <translation>制定计划</translation>
    </message>
    <message>
        <source>%1 was not read</source>
        <translation>未读取 %1</translation>
    </message>
    <message>
        <source>Make one plan of several wishes</source>
        <translation>将多项需求合为一个计划</translation>
    </message>
    <message>
        <source>They contradict each other about “%1”</source>
        <translation>它们在 “%1” 上互相矛盾</translation>
    </message>
    <message>
        <source>passwords can be guessed, keys cannot</source>
        <translation>密码可以被猜出，密钥不能</translation>
    </message>
    <message>
        <source>it lets passwords in through PAM</source>
        <translation>它会让密码通过 PAM 登录</translation>
    </message>
    <message>
        <source>everybody knows the name root</source>
        <translation>人人都知道 root 这个名称</translation>
    </message>
    <message>
        <source>nobody guesses the password of root</source>
        <translation>无人能猜测 root 的密码</translation>
    </message>
    <message>
        <source>an empty password is none</source>
        <translation>空密码等于没有密码</translation>
    </message>
    <message>
        <source>the server could watch the screen of who connects</source>
        <translation>服务器可能窥视连接者的屏幕</translation>
    </message>
    <message>
        <source>root here could use the keys of who connects</source>
        <translation>这里的 root 可能使用连接者的密钥</translation>
    </message>
    <message>
        <source>nobody else logs in over SSH</source>
        <translation>其他人都不能通过 SSH 登录</translation>
    </message>
    <message>
        <source>who does not log in makes room soon</source>
        <translation>不登录的连接会很快让出位置</translation>
    </message>
    <message>
        <source>few attempts per connection</source>
        <translation>每个连接只允许少量尝试</translation>
    </message>
    <message>
        <source>strangers do not take all places</source>
        <translation>陌生人不会占满所有名额</translation>
    </message>
    <message>
        <source>dead connections are closed</source>
        <translation>失效的连接会被关闭</translation>
    </message>
    <message>
        <source>only sound algorithms</source>
        <translation>只使用可靠的算法</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a setting, and why</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 does not take “%2”</source>
        <translation>%1 不接受 “%2”</translation>
    </message>
    <message>
        <source>For “Match %1” (%2, line %3) it stays “%4 %5”.</source>
        <translation>对于 “Match %1”（%2，第 %3 行），仍为 “%4 %5”。</translation>
    </message>
    <message>
        <source>%1 cannot be “%2” and “%3” at once</source>
        <translation>%1 不能同时为 “%2” 和 “%3”</translation>
    </message>
    <message>
        <source>The port is more than a line: the firewall has a say in it</source>
        <translation>端口不只是一行配置：防火墙也会影响它</translation>
    </message>
    <message>
        <source>Move the port: the new one is opened and proven before the old one is closed</source>
        <translation>请迁移端口：新端口开放并证明可用之后，才会关闭旧端口</translation>
    </message>
    <message>
        <source>ssh.socket decides where sshd listens, no line of sshd</source>
        <translation>sshd 在哪里监听由 ssh.socket 决定，而不是 sshd 的配置</translation>
    </message>
    <message>
        <source>sshd must accept its configuration before it reads it</source>
        <translation>sshd 必须先接受配置，再读取它</translation>
    </message>
    <message>
        <source>sshd reads its files again; open sessions stay</source>
        <translation>sshd 重新读取文件；已打开的会话不受影响</translation>
    </message>
    <message>
        <source>What was written must be what holds</source>
        <translation>写入的内容必须就是生效的内容</translation>
    </message>
    <message>
        <source>sshd: %1</source>
        <translation>sshd：%1</translation>
    </message>
    <message>
        <source>%1 is no setting of sshd</source>
        <translation>%1 不是 sshd 的设置</translation>
    </message>
    <message>
        <source>%1 does not know %2: it came with OpenSSH %3.%4</source>
        <translation>%1 不支持 %2：它自 OpenSSH %3.%4 起才有</translation>
    </message>
    <message>
        <source>DenyUsers names %1</source>
        <translation>DenyUsers 列出了 %1</translation>
    </message>
    <message>
        <source>DenyGroups names a group of %1</source>
        <translation>DenyGroups 列出了 %1 所属的组</translation>
    </message>
    <message>
        <source>AllowGroups names no group of %1</source>
        <translation>AllowGroups 未列出 %1 所属的任何组</translation>
    </message>
    <message>
        <source>AllowUsers does not name %1</source>
        <translation>AllowUsers 未列出 %1</translation>
    </message>
    <message>
        <source>a list of users goes by names of computers</source>
        <translation>有一份用户列表按计算机名称匹配</translation>
    </message>
    <message>
        <source>no key is accepted</source>
        <translation>不接受任何密钥</translation>
    </message>
    <message>
        <source>the keys of %1 are not known: %2</source>
        <translation>%1 的密钥未知：%2</translation>
    </message>
    <message>
        <source>there is no key of %1 that sshd takes</source>
        <translation>没有 sshd 接受的 %1 的密钥</translation>
    </message>
    <message>
        <source>it is not certain that sshd takes a key of %1</source>
        <translation>无法确定 sshd 是否接受 %1 的密钥</translation>
    </message>
    <message>
        <source>RefuseConnection turns everybody away</source>
        <translation>RefuseConnection 拒绝所有人</translation>
    </message>
    <message>
        <source>root may not log in: PermitRootLogin %1</source>
        <translation>root 不可登录：PermitRootLogin %1</translation>
    </message>
    <message>
        <source>passwords are not accepted from %1, and %2</source>
        <translation>不接受 %1 的密码，而且%2</translation>
    </message>
    <message>
        <source>a key alone does not suffice</source>
        <translation>仅凭密钥不够</translation>
    </message>
    <message>
        <source>another program</source>
        <translation>另一个程序</translation>
    </message>
    <message>
        <source>SELinux lets sshd listen on ports of its type only</source>
        <translation>SELinux 只允许 sshd 监听其类型的端口</translation>
    </message>
    <message>
        <source>fail2ban bans on the ports that its jail names: set up the protection of SSH again when the port has moved.</source>
        <translation>fail2ban 按监狱规则（jail）中指定的端口封禁：端口迁移后，请重新设置 SSH 防护。</translation>
    </message>
    <message>
        <source>There is no such port, or the port of today is not known</source>
        <translation>没有这个端口，或当前端口未知</translation>
    </message>
    <message>
        <source>%1 has it already</source>
        <translation>%1 已占用该端口</translation>
    </message>
    <message>
        <source>Choose another one</source>
        <translation>请另选一个</translation>
    </message>
    <message>
        <source>SSH answers on port %1 too; port %2 stays until the new one is proven</source>
        <translation>SSH 也在端口 %1 上应答；在新端口得到证明之前，端口 %2 保留</translation>
    </message>
    <message>
        <source>The firewall first: port %1 must be open before SSH answers there</source>
        <translation>先处理防火墙：端口 %1 必须先开放，SSH 才能在那里应答</translation>
    </message>
    <message>
        <source>sshd must listen there</source>
        <translation>sshd 必须在那里监听</translation>
    </message>
    <message>
        <source>Close port %1</source>
        <translation>关闭端口 %1</translation>
    </message>
    <message>
        <source>It is the only one on which SSH answers</source>
        <translation>它是 SSH 应答的唯一端口</translation>
    </message>
    <message>
        <source>Open another one first</source>
        <translation>请先开放另一个端口</translation>
    </message>
    <message>
        <source>SSH answers on port %1 now; port %2 is not needed any more</source>
        <translation>SSH 现在在端口 %1 上应答；不再需要端口 %2</translation>
    </message>
    <message>
        <source>ssh must be among its rules before they hold</source>
        <translation>在规则生效之前，其中必须包含 ssh</translation>
    </message>
    <message>
        <source>Port %1/udp answers now and will be closed.</source>
        <translation>端口 %1/udp 当前有响应，将被关闭。</translation>
    </message>
    <message>
        <source>Enable the firewall</source>
        <translation>启用防火墙</translation>
    </message>
    <message>
        <source>Change %1 settings of SSH</source>
        <translation>更改 SSH 的 %1 项设置</translation>
    </message>
    <message>
        <source>The socket can be opened anew only while sshd does not run; open sessions stay</source>
        <translation>只有在 sshd 未运行时才能重新打开套接字；已打开的会话不受影响</translation>
    </message>
    <message>
        <source>The same key is to be added and removed</source>
        <translation>同一密钥既要添加又要移除</translation>
    </message>
    <message>
        <source>“%1” and “%2” contradict each other</source>
        <translation>“%1”与“%2”相互矛盾</translation>
    </message>
    <message>
        <source>%1 leads to %2, which is no file of this user</source>
        <translation>%1 指向 %2，而那不是该用户的文件</translation>
    </message>
    <message>
        <source>Find out who made this link</source>
        <translation>请查明是谁创建了这个链接</translation>
    </message>
    <message>
        <source>It did not run</source>
        <translation>它没有在运行</translation>
    </message>
    <message>
        <source>What sshd takes is not known (%1): whether somebody is shut out will be shown by the new login alone.</source>
        <translation>无法得知 sshd 接受什么（%1）：是否会把人挡在外面，只有靠新的登录来验证。</translation>
    </message>
    <message>
        <source>It must run, and go on running</source>
        <translation>它必须运行，并且一直运行下去</translation>
    </message>
    <message>
        <source>Port %1 answers now, and a rule that was there before lets it in: it stays open.</source>
        <translation>端口 %1 现在有程序应答，而且已有规则放行：它会保持开放。</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>编辑 %1</translation>
    </message>
    <message>
        <source>It is not there any more</source>
        <translation>已不存在</translation>
    </message>
    <message>
        <source>Line %1 is not on the server as it was shown: it has changed, or holds a secret, which the survey does not bring</source>
        <translation>服务器上的第 %1 行与显示的不同：它已更改，或含有采集时不会取回的机密内容</translation>
    </message>
    <message>
        <source>Line %1 has changed on the server meanwhile</source>
        <translation>服务器上的第 %1 行在此期间已更改</translation>
    </message>
    <message>
        <source>Take back the change of that line, or survey the server again</source>
        <translation>请撤回对该行的更改，或重新采集这台服务器</translation>
    </message>
    <message>
        <source>As it was edited</source>
        <translation>按编辑的内容写入</translation>
    </message>
    <message>
        <source>nginx must accept its configuration before it reads it</source>
        <translation>nginx 必须先接受其配置，再读取它</translation>
    </message>
    <message>
        <source>nginx takes it up; open connections stay</source>
        <translation>nginx 载入新配置；已打开的连接不受影响</translation>
    </message>
    <message>
        <source>nginx does not run: it takes this up once it is started.</source>
        <translation>nginx 没有运行：启动后才会采用此配置。</translation>
    </message>
    <message>
        <source>%1 is not there any more</source>
        <translation>%1 已不存在</translation>
    </message>
    <message>
        <source>%1 does not hold the site any more</source>
        <translation>%1 中已没有该站点</translation>
    </message>
    <message>
        <source>Visitors get 503 and a page; certificates renew</source>
        <translation>访客会收到 503 和提示页面；证书仍可续期</translation>
    </message>
    <message>
        <source>The site answers again</source>
        <translation>站点恢复应答</translation>
    </message>
    <message>
        <source>a site without a name</source>
        <translation>未命名的站点</translation>
    </message>
    <message>
        <source>%1 also holds %2: they are switched together.</source>
        <translation>%1 中还有 %2：它们会一同切换。</translation>
    </message>
    <message>
        <source>The certificate of the site does not name %1: browsers will refuse it until there is one that does.</source>
        <translation>站点的证书不包含 %1：在换上包含该名称的证书之前，浏览器会拒绝它。</translation>
    </message>
    <message>
        <source>%1 exists already</source>
        <translation>%1 已存在</translation>
    </message>
    <message>
        <source>“%1” is no name of a host</source>
        <translation>“%1” 不是有效的主机名</translation>
    </message>
    <message>
        <source>Another site has the name %1 already</source>
        <translation>另一个站点已使用名称 %1</translation>
    </message>
    <message>
        <source>nginx reads it from now on</source>
        <translation>从现在起 nginx 会读取它</translation>
    </message>
    <message>
        <source>It is not in sites-available</source>
        <translation>它不在 sites-available 中</translation>
    </message>
    <message>
        <source>nginx.conf includes nothing of sites-enabled</source>
        <translation>nginx.conf 没有包含 sites-enabled 中的任何文件</translation>
    </message>
    <message>
        <source>nginx does not read it any more; the file stays</source>
        <translation>nginx 不再读取它；文件保留</translation>
    </message>
    <message>
        <source>It stands in %1, which cannot be switched off</source>
        <translation>它位于 %1 中，无法停用</translation>
    </message>
    <message>
        <source>Give it a file of its own in conf.d or sites-available, or delete it</source>
        <translation>请在 conf.d 或 sites-available 中为它单独建立文件，或将其删除</translation>
    </message>
    <message>
        <source>A copy of %1</source>
        <translation>%1 的副本</translation>
    </message>
    <message>
        <source>It has no name</source>
        <translation>没有名称</translation>
    </message>
    <message>
        <source>%1 is called %2</source>
        <translation>%1 更名为 %2</translation>
    </message>
    <message>
        <source>Without the site</source>
        <translation>去掉该站点</translation>
    </message>
    <message>
        <source>Nothing else is in it</source>
        <translation>其中没有其他内容</translation>
    </message>
    <message>
        <source>Enable %1</source>
        <comment>a site</comment>
        <translation>启用 %1</translation>
    </message>
    <message>
        <source>Disable %1</source>
        <comment>a site</comment>
        <translation>停用 %1</translation>
    </message>
    <message>
        <source>Copy %1 as %2</source>
        <comment>a site</comment>
        <translation>将 %1 复制为 %2</translation>
    </message>
    <message>
        <source>Rename %1 to %2</source>
        <comment>a site</comment>
        <translation>将 %1 重命名为 %2</translation>
    </message>
    <message>
        <source>Put %1 into maintenance</source>
        <comment>a site</comment>
        <translation>将 %1 置于维护状态</translation>
    </message>
    <message>
        <source>End the maintenance of %1</source>
        <comment>a site</comment>
        <translation>结束 %1 的维护状态</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <comment>a site</comment>
        <translation>删除 %1</translation>
    </message>
    <message>
        <source>Publish %1</source>
        <translation>发布 %1</translation>
    </message>
    <message>
        <source>%1 exists already, and is not ours</source>
        <translation>%1 已存在，且不是由本程序创建</translation>
    </message>
    <message>
        <source>Rename or delete it, or publish under another name</source>
        <translation>请将其重命名或删除，或换一个名称发布</translation>
    </message>
    <message>
        <source>It stands in front of the service</source>
        <translation>它位于服务前面</translation>
    </message>
    <message>
        <source>It starts with the site</source>
        <translation>它随该站点的配置启动</translation>
    </message>
    <message>
        <source>Port %1 is published by a container engine, past the firewall: publish it at 127.0.0.1 there, or others reach the service past nginx.</source>
        <translation>端口 %1 由容器引擎绕过防火墙发布：请在容器中将其发布到 127.0.0.1，否则他人可绕过 nginx 访问该服务。</translation>
    </message>
    <message>
        <source>The service is reached through nginx alone</source>
        <translation>该服务只能通过 nginx 访问</translation>
    </message>
    <message>
        <source>Where visitors knock</source>
        <translation>访客由此进入</translation>
    </message>
    <message>
        <source>Its command line does not say where it listens</source>
        <translation>其命令行没有说明监听地址</translation>
    </message>
    <message>
        <source>Look for the address in its own configuration, or close the port in the firewall</source>
        <translation>请在其自身的配置中查找地址，或在防火墙中关闭该端口</translation>
    </message>
    <message>
        <source>%1 answers this server alone</source>
        <translation>%1 只应答本服务器</translation>
    </message>
    <message>
        <source>Nothing is known that starts what listens on port %1</source>
        <translation>不清楚端口 %1 上的监听程序由什么启动</translation>
    </message>
    <message>
        <source>Let the firewall close the port, and leave the service as it is</source>
        <translation>让防火墙关闭该端口，服务保持原样</translation>
    </message>
    <message>
        <source>No firewall is at work, so port %1 stays open: let one be switched on, or move the service to 127.0.0.1.</source>
        <translation>没有防火墙在工作，因此端口 %1 仍然开放：请开启防火墙，或将服务移到 127.0.0.1。</translation>
    </message>
    <message>
        <source>The password file lets in %1 as well, as before.</source>
        <translation>密码文件仍像以前一样放行 %1。</translation>
    </message>
    <message>
        <source>Certificates and passwords of published sites lie there</source>
        <translation>已发布站点的证书和密码存放在那里</translation>
    </message>
</context>
<context>
    <name>Job</name>
    <message>
        <source>Work</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>It was stopped before it began</source>
        <translation>尚未开始就已停止</translation>
    </message>
</context>
<context>
    <name>KeyGuide</name>
    <message>
        <source>a key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>the key %1</source>
        <translation>密钥 %1</translation>
    </message>
    <message>
        <source>a password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>answers to its questions</source>
        <translation>键盘交互问答</translation>
    </message>
</context>
<context>
    <name>KeyMaker</name>
    <message>
        <source>Make the key %1</source>
        <translation>生成密钥 %1</translation>
    </message>
    <message>
        <source>There is a file of this name already</source>
        <translation>已有同名的文件</translation>
    </message>
    <message>
        <source>Choose another name: a key is never written over.</source>
        <translation>请换一个名称：密钥绝不会被覆盖。</translation>
    </message>
    <message>
        <source>libssh writes a format that is not known</source>
        <translation>libssh 写出了无法识别的格式</translation>
    </message>
    <message>
        <source>The agent does not take it</source>
        <translation>代理没有接受它</translation>
    </message>
    <message>
        <source>This is no name of a file</source>
        <translation>这不是有效的文件名</translation>
    </message>
    <message>
        <source>The comment must be one line</source>
        <translation>注释必须只有一行</translation>
    </message>
    <message>
        <source>libssh could not make it</source>
        <translation>libssh 无法生成它</translation>
    </message>
</context>
<context>
    <name>KeyRows</name>
    <message>
        <source>since %1</source>
        <translation>%1 以来</translation>
    </message>
    <message>
        <source>used</source>
        <translation>使用过</translation>
    </message>
    <message>
        <source>never used</source>
        <translation>从未使用</translation>
    </message>
    <message>
        <source>weak</source>
        <translation>弱</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>没有密钥</translation>
    </message>
    <message>
        <source>keys not known: %1</source>
        <translation>密钥未知：%1</translation>
    </message>
</context>
<context>
    <name>KeyTrouble</name>
    <message>
        <source>%1: no such file</source>
        <translation>%1：文件不存在</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: a key of PuTTY, which ssh cannot read (puttygen exports it for OpenSSH)</source>
        <translation>%1：这是 PuTTY 的密钥，ssh 无法读取（可用 puttygen 导出为 OpenSSH 格式）</translation>
    </message>
    <message>
        <source>%1: the public half of a key; the private one is needed</source>
        <translation>%1：这是公钥，需要的是私钥</translation>
    </message>
    <message>
        <source>%1: not a private key</source>
        <translation>%1：不是私钥</translation>
    </message>
    <message>
        <source>%1: RSA of %2 bits is too short</source>
        <translation>%1：%2 位的 RSA 密钥太短</translation>
    </message>
    <message>
        <source>%1: the server did not take it</source>
        <translation>%1：服务器没有接受</translation>
    </message>
    <message>
        <source>Keys: %1</source>
        <translation>密钥：%1</translation>
    </message>
</context>
<context>
    <name>KnownHosts</name>
    <message>
        <source>Read %1</source>
        <translation>读取 %1</translation>
    </message>
    <message>
        <source>A revoked key may stand in it: make it readable, or take it out of the configuration</source>
        <translation>其中可能有已吊销的密钥：请使其可读，或从配置中去掉它</translation>
    </message>
    <message>
        <source>Check the host key against %1</source>
        <translation>对照 %1 检查主机密钥</translation>
    </message>
    <message>
        <source>The file of RevokedHostKeys does not exist</source>
        <translation>RevokedHostKeys 指定的文件不存在</translation>
    </message>
    <message>
        <source>Restore it, or take RevokedHostKeys out of the configuration of ssh</source>
        <translation>请恢复该文件，或从 ssh 的配置中去掉 RevokedHostKeys</translation>
    </message>
    <message>
        <source>It is a binary key revocation list</source>
        <translation>它是二进制的密钥吊销列表</translation>
    </message>
    <message>
        <source>Connect by OpenSSH: it reads such lists</source>
        <translation>请用 OpenSSH 连接：它能读取这种列表</translation>
    </message>
    <message>
        <source>Add the host key to %1</source>
        <translation>将主机密钥添加到 %1</translation>
    </message>
    <message>
        <source>Check the file&apos;s owner and permissions</source>
        <translation>请检查文件的所有者和权限</translation>
    </message>
    <message>
        <source>Another program keeps it locked</source>
        <translation>它被另一个程序锁定</translation>
    </message>
    <message>
        <source>It is larger than %1</source>
        <translation>大于 %1</translation>
    </message>
</context>
<context>
    <name>LibsshTransport</name>
    <message>
        <source>%1 by libssh</source>
        <translation>%1，通过 libssh</translation>
    </message>
    <message>
        <source>A command line cannot hold a NUL character</source>
        <translation>命令行不能包含 NUL 字符</translation>
    </message>
    <message>
        <source>More than %1 bytes arrived at once</source>
        <translation>一次收到了超过 %1 字节</translation>
    </message>
    <message>
        <source>Nothing of it was used</source>
        <translation>内容未被采用</translation>
    </message>
    <message>
        <source>The server does not let this account run commands: %1</source>
        <translation>服务器不允许此账户运行命令：%1</translation>
    </message>
    <message>
        <source>Check ForceCommand, the login shell and MaxSessions on the server</source>
        <translation>请检查服务器上的 ForceCommand、登录 shell 和 MaxSessions</translation>
    </message>
    <message>
        <source>The command ended without an exit status</source>
        <translation>命令结束时没有退出状态</translation>
    </message>
    <message>
        <source>What it printed may be incomplete and is not used. Try again</source>
        <translation>输出可能不完整，未被采用。请重试</translation>
    </message>
    <message>
        <source>Connect to %1</source>
        <translation>连接到 %1</translation>
    </message>
    <message>
        <source>The way to the server is empty</source>
        <translation>到服务器的路径为空</translation>
    </message>
</context>
<context>
    <name>LocalShell</name>
    <message>
        <source>this computer</source>
        <translation>这台电脑</translation>
    </message>
</context>
<context>
    <name>NginxDocumentation</name>
    <message>
        <source>everywhere</source>
        <translation>任意位置</translation>
    </message>
    <message>
        <source>Default: %1</source>
        <translation>默认值：%1</translation>
    </message>
    <message>
        <source>Stands in: %1</source>
        <translation>适用于：%1</translation>
    </message>
    <message>
        <source>Since nginx %1</source>
        <translation>自 nginx %1 起可用</translation>
    </message>
    <message>
        <source>Deprecated since nginx %1</source>
        <translation>自 nginx %1 起弃用</translation>
    </message>
    <message>
        <source>Gone since nginx %1</source>
        <translation>自 nginx %1 起移除</translation>
    </message>
    <message>
        <source>In the commercial edition only</source>
        <translation>仅限商业版</translation>
    </message>
</context>
<context>
    <name>NginxRoute</name>
    <message>
        <source>by its name</source>
        <translation>按名称匹配</translation>
    </message>
    <message>
        <source>by a wildcard at the beginning of a name</source>
        <translation>按名称开头的通配符匹配</translation>
    </message>
    <message>
        <source>by a wildcard at the end of a name</source>
        <translation>按名称结尾的通配符匹配</translation>
    </message>
    <message>
        <source>by a pattern</source>
        <translation>按正则表达式匹配</translation>
    </message>
    <message>
        <source>as the default server: no name matches</source>
        <translation>作为默认服务器：没有匹配的名称</translation>
    </message>
    <message>
        <source>as the first server there: no name matches, none is the default</source>
        <translation>作为该处的第一个 server：没有匹配的名称，也没有默认服务器</translation>
    </message>
    <message>
        <source>passed on to %1 as %2</source>
        <translation>转发到 %1，URI 为 %2</translation>
    </message>
    <message>
        <source>passed on to %1 (%2) as %3</source>
        <translation>转发到 %1（%2），URI 为 %3</translation>
    </message>
    <message>
        <source>script %1</source>
        <translation>脚本 %1</translation>
    </message>
    <message>
        <source>nothing: no server listens there</source>
        <translation>无应答：该处没有 server 在监听</translation>
    </message>
    <message>
        <source>nothing: the TLS handshake is rejected</source>
        <translation>无应答：TLS 握手被拒绝</translation>
    </message>
    <message>
        <source>nothing: that port does not speak TLS</source>
        <translation>无应答：该端口不使用 TLS</translation>
    </message>
    <message>
        <source>nothing: the connection is closed (444)</source>
        <translation>无应答：连接被关闭（444）</translation>
    </message>
    <message>
        <source>status %1</source>
        <translation>状态码 %1</translation>
    </message>
    <message>
        <source>status %1: %2</source>
        <translation>状态码 %1：%2</translation>
    </message>
    <message>
        <source>status %1, to %2</source>
        <translation>状态码 %1，重定向到 %2</translation>
    </message>
    <message>
        <source>file %1</source>
        <translation>文件 %1</translation>
    </message>
    <message>
        <source>listing of the folder %1</source>
        <translation>文件夹 %1 的目录列表</translation>
    </message>
    <message>
        <source>made by %1</source>
        <translation>由 %1 生成</translation>
    </message>
    <message>
        <source>connection to %1</source>
        <translation>连接到 %1</translation>
    </message>
    <message>
        <source>server chosen %1</source>
        <translation>选定 server：%1</translation>
    </message>
    <message>
        <source>server %1 chosen %2</source>
        <translation>选定 server %1：%2</translation>
    </message>
    <message>
        <source>URI as nginx reads it: %1</source>
        <translation>nginx 解析后的 URI：%1</translation>
    </message>
    <message>
        <source>pattern does not match: %1</source>
        <translation>正则表达式不匹配：%1</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation>%1 匹配 %2</translation>
    </message>
    <message>
        <source>no location for %1</source>
        <translation>没有匹配 %1 的 location</translation>
    </message>
    <message>
        <source>only for requests that nginx itself sends there: 404</source>
        <translation>仅供 nginx 内部请求使用：404</translation>
    </message>
    <message>
        <source>%1 does not name this method</source>
        <translation>%1 未列出此方法</translation>
    </message>
    <message>
        <source>holds: %1</source>
        <translation>成立：%1</translation>
    </message>
    <message>
        <source>does not hold: %1</source>
        <translation>不成立：%1</translation>
    </message>
    <message>
        <source>%1 is now: %2</source>
        <translation>%1 现在的值：%2</translation>
    </message>
    <message>
        <source>URI rewritten to %1</source>
        <translation>URI 重写为 %1</translation>
    </message>
    <message>
        <source>rewritten to %1, which the client is sent to</source>
        <translation>重写为 %1，并将客户端重定向到该地址</translation>
    </message>
    <message>
        <source>break: nothing more is rewritten here</source>
        <translation>break：此处不再重写</translation>
    </message>
    <message>
        <source>may refuse the request: %1</source>
        <translation>可能拒绝请求：%1</translation>
    </message>
    <message>
        <source>is there: %1</source>
        <translation>存在：%1</translation>
    </message>
    <message>
        <source>is not there: %1</source>
        <translation>不存在：%1</translation>
    </message>
    <message>
        <source>goes on inside nginx as %1</source>
        <translation>在 nginx 内部转到 %1</translation>
    </message>
    <message>
        <source>goes on in %1</source>
        <translation>在 %1 中继续处理</translation>
    </message>
    <message>
        <source>status %1 has an error page: %2</source>
        <translation>状态码 %1 有错误页面：%2</translation>
    </message>
    <message>
        <source>the URI has changed ten times: 500</source>
        <translation>URI 已更改十次：500</translation>
    </message>
    <message>
        <source>the URI lacks the slash that %1 ends with</source>
        <translation>URI 缺少 %1 末尾的斜杠</translation>
    </message>
    <message>
        <source>alias does not work after the URI was rewritten: 500</source>
        <translation>URI 重写后 alias 不起作用：500</translation>
    </message>
    <message>
        <source>Is there a file %1?</source>
        <translation>文件 %1 是否存在？</translation>
    </message>
    <message>
        <source>Is there a folder %1?</source>
        <translation>文件夹 %1 是否存在？</translation>
    </message>
    <message>
        <source>Does %1 hold?</source>
        <translation>%1 是否成立？</translation>
    </message>
    <message>
        <source>Does the client connect to %1?</source>
        <translation>客户端是否连接到 %1？</translation>
    </message>
    <message>
        <source>Taken to be so</source>
        <translation>假定为是</translation>
    </message>
    <message>
        <source>Taken not to be so</source>
        <translation>假定为否</translation>
    </message>
    <message>
        <source>%1; otherwise: %2</source>
        <translation>%1；否则：%2</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation>服务器：%1</translation>
    </message>
    <message>
        <source>Location: %1</source>
        <translation>Location：%1</translation>
    </message>
    <message>
        <source>URI: %1</source>
        <translation>URI：%1</translation>
    </message>
    <message>
        <source>Answer: %1</source>
        <translation>应答：%1</translation>
    </message>
    <message>
        <source>Variables that are not known are taken to be empty.</source>
        <translation>未知变量按空值处理。</translation>
    </message>
</context>
<context>
    <name>OpenSshPrompt</name>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>密钥密码短语</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
</context>
<context>
    <name>OpenSshTransport</name>
    <message>
        <source>The answer for %1 was not accepted</source>
        <translation>对 %1 的回答未被接受</translation>
    </message>
    <message>
        <source>Nothing is tried a second time by itself. Answer again</source>
        <translation>不会自动再次尝试。请重新回答</translation>
    </message>
    <message>
        <source>The host key of %1 is not known yet: %2 %3</source>
        <translation>还不认识 %1 的主机密钥：%2 %3</translation>
    </message>
    <message>
        <source>The key file %1 is locked with a passphrase</source>
        <translation>密钥文件 %1 已用密码短语加锁</translation>
    </message>
    <message>
        <source>%1 asks for a password</source>
        <translation>%1 要求输入密码</translation>
    </message>
    <message>
        <source>%1 asks for something only you know</source>
        <translation>%1 询问只有你知道的内容</translation>
    </message>
    <message>
        <source>Write the settings for ssh</source>
        <translation>写入 ssh 的设置</translation>
    </message>
    <message>
        <source>Connect to %1 by OpenSSH</source>
        <translation>通过 OpenSSH 连接到 %1</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>The server shows another host key than the known one. Known from: %1. Shown now: %2. Either its keys were made anew, or somebody stands in between</source>
        <translation>服务器出示的主机密钥与已知的不同。已知密钥来自：%1。现在出示：%2。要么它重新生成过密钥，要么有人在中间冒充</translation>
    </message>
    <message>
        <source>The host key of the server is revoked</source>
        <translation>服务器的主机密钥已被吊销</translation>
    </message>
    <message>
        <source>Do not connect: somebody else may hold this key. Ask whoever runs the server for its new key</source>
        <translation>不要连接：这个密钥可能在别人手中。请向服务器的管理者索取新密钥</translation>
    </message>
    <message>
        <source>The server refused to let us in: %1</source>
        <translation>服务器拒绝登录：%1</translation>
    </message>
    <message>
        <source>Check the user name, and that the server knows your key; nothing is tried a second time by itself</source>
        <translation>请检查用户名，以及服务器是否认识你的密钥；不会自动再次尝试</translation>
    </message>
    <message>
        <source>Set IdentitiesOnly and IdentityFile for this server</source>
        <translation>请为这台服务器设置 IdentitiesOnly 和 IdentityFile</translation>
    </message>
    <message>
        <source>The host key could not be verified</source>
        <translation>无法验证主机密钥</translation>
    </message>
    <message>
        <source>Check the known hosts of this server</source>
        <translation>请检查这台服务器的 known hosts</translation>
    </message>
    <message>
        <source>No common algorithms: %1</source>
        <translation>没有共同的算法：%1</translation>
    </message>
    <message>
        <source>The server&apos;s SSH is too old or too strict; bring it up to date</source>
        <translation>服务器的 SSH 太旧或太严格，请更新</translation>
    </message>
    <message>
        <source>Check the name and the network</source>
        <translation>请检查名称和网络</translation>
    </message>
    <message>
        <source>Check the address, the port and whether sshd runs</source>
        <translation>请检查地址、端口，以及 sshd 是否在运行</translation>
    </message>
    <message>
        <source>Check the address, the port, jump hosts and whether sshd runs</source>
        <translation>请检查地址、端口、跳板机，以及 sshd 是否在运行</translation>
    </message>
    <message>
        <source>ssh ended without a word</source>
        <translation>ssh 未作任何说明就结束了</translation>
    </message>
    <message>
        <source>Try the same with ssh in a terminal</source>
        <translation>请在终端中用 ssh 进行同样的尝试</translation>
    </message>
    <message>
        <source>Make a private folder for ssh</source>
        <translation>为 ssh 建立私有文件夹</translation>
    </message>
    <message>
        <source>%1 by OpenSSH</source>
        <translation>%1，通过 OpenSSH</translation>
    </message>
    <message>
        <source>Run a command on %1</source>
        <translation>在 %1 上运行命令</translation>
    </message>
    <message>
        <source>Connect again</source>
        <translation>请重新连接</translation>
    </message>
    <message>
        <source>The connection is gone</source>
        <translation>连接已不存在</translation>
    </message>
    <message>
        <source>The connection broke</source>
        <translation>连接中断</translation>
    </message>
    <message>
        <source>Connect to the jump host %1 by OpenSSH</source>
        <translation>通过 OpenSSH 连接跳板机 %1</translation>
    </message>
    <message>
        <source>Connect to %1 through the jump host %2 by OpenSSH</source>
        <translation>通过 OpenSSH 经跳板机 %2 连接 %1</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The host key could not be added to %1. It will be asked about again</source>
        <translation>主机密钥无法写入 %1。下次还会询问</translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>Waits for &quot;keep&quot;</source>
        <translation>等待“保留”</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>已保留</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Came back by itself</source>
        <translation>已自行恢复</translation>
    </message>
    <message>
        <source>Failed, everything returned</source>
        <translation>失败，已全部恢复</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>Not everything returned</source>
        <translation>未全部恢复</translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message>
        <source>Reload %1</source>
        <translation>重新加载 %1</translation>
    </message>
    <message>
        <source>Restart %1</source>
        <translation>重启 %1</translation>
    </message>
    <message>
        <source>Start %1</source>
        <translation>启动 %1</translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>停止 %1</translation>
    </message>
    <message>
        <source>Start %1 at boot</source>
        <translation>开机时启动 %1</translation>
    </message>
    <message>
        <source>Do not start %1 at boot</source>
        <translation>开机时不启动 %1</translation>
    </message>
    <message>
        <source>Let systemd read its units again</source>
        <translation>让 systemd 重新读取单元</translation>
    </message>
    <message>
        <source>Log in once more</source>
        <translation>再登录一次</translation>
    </message>
    <message>
        <source>Log in once more, on port %1</source>
        <translation>再登录一次，端口 %1</translation>
    </message>
    <message>
        <source>Log in as %1</source>
        <translation>以 %1 身份登录</translation>
    </message>
    <message>
        <source>Log in as %1, on port %2</source>
        <translation>以 %1 身份登录，端口 %2</translation>
    </message>
    <message>
        <source>Write %1</source>
        <translation>写入 %1</translation>
    </message>
    <message>
        <source>Create %1</source>
        <translation>创建 %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>Link %1 to %2</source>
        <translation>将 %1 链接到 %2</translation>
    </message>
    <message>
        <source>Set %1 to %2 %3</source>
        <comment>a file, its mode, its owner</comment>
        <translation>将 %1 设为 %2 %3</translation>
    </message>
    <message>
        <source>Install %1</source>
        <translation>安装 %1</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>运行 %1</translation>
    </message>
    <message>
        <source>Check: %1</source>
        <translation>检查：%1</translation>
    </message>
    <message>
        <source>Wait for: %1</source>
        <translation>等待：%1</translation>
    </message>
    <message>
        <source>Port %1 is open</source>
        <translation>端口 %1 开放</translation>
    </message>
    <message>
        <source>Port %1 is closed</source>
        <translation>端口 %1 关闭</translation>
    </message>
    <message>
        <source>%1 answers %2</source>
        <comment>a URL and a status of HTTP</comment>
        <translation>%1 应答 %2</translation>
    </message>
    <message>
        <source>%1 is active</source>
        <translation>%1 处于活动状态</translation>
    </message>
    <message>
        <source>Check the result</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>%1 lets %2 in</source>
        <comment>a URL and a user</comment>
        <translation>%1 允许 %2 进入</translation>
    </message>
    <message>
        <source>%1 asks for a password</source>
        <comment>a URL</comment>
        <translation>%1 要求输入密码</translation>
    </message>
    <message>
        <source>%1 shows the service</source>
        <comment>a URL</comment>
        <translation>%1 显示该服务</translation>
    </message>
    <message>
        <source>%1 opens a WebSocket</source>
        <comment>a URL</comment>
        <translation>%1 能打开 WebSocket</translation>
    </message>
    <message>
        <source>%1 answers piece by piece</source>
        <comment>a URL</comment>
        <translation>%1 逐段应答</translation>
    </message>
</context>
<context>
    <name>PlanEdit</name>
    <message>
        <source>Leave steps out of the plan</source>
        <translation>从计划中去掉步骤</translation>
    </message>
    <message>
        <source>&quot;%1&quot; makes no sense without them</source>
        <translation>没有这些步骤，“%1” 就没有意义</translation>
    </message>
</context>
<context>
    <name>PlanExport</name>
    <message>
        <source>Write %1</source>
        <translation>写入 %1</translation>
    </message>
    <message>
        <source>Choose another folder or free some space</source>
        <translation>请选择其他文件夹，或腾出一些空间</translation>
    </message>
    <message>
        <source>Write a playbook into %1</source>
        <translation>将 playbook 写入 %1</translation>
    </message>
    <message>
        <source>There is a %1 already</source>
        <translation>已存在 %1</translation>
    </message>
    <message>
        <source>Choose an empty folder</source>
        <translation>请选择空文件夹</translation>
    </message>
</context>
<context>
    <name>PlanJson</name>
    <message>
        <source>is not an address of the web</source>
        <translation>不是有效的网址</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>为空</translation>
    </message>
    <message>
        <source>is the id of another step too</source>
        <translation>也是另一个步骤的 id</translation>
    </message>
    <message>
        <source>is not the id of another step</source>
        <translation>不是另一个步骤的 id</translation>
    </message>
    <message>
        <source>is named twice</source>
        <translation>出现了两次</translation>
    </message>
    <message>
        <source>Read the plan</source>
        <translation>读取计划</translation>
    </message>
    <message>
        <source>holds a name or a password: they would stand in the journal</source>
        <translation>含有用户名或密码：它们会被写进变更日志</translation>
    </message>
</context>
<context>
    <name>PlanMarkdown</name>
    <message>
        <source>The content is secret and is not shown here.</source>
        <translation>内容属于机密，不在此显示。</translation>
    </message>
    <message>
        <source>Mode %1, owner %2, group %3</source>
        <translation>权限模式 %1，所有者 %2，组 %3</translation>
    </message>
    <message>
        <source>The way back:</source>
        <translation>退路：</translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation>服务器：%1</translation>
    </message>
    <message>
        <source>Files: %1</source>
        <translation>文件：%1</translation>
    </message>
    <message>
        <source>Commands: %1</source>
        <translation>命令：%1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names of services</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Restarts: %1</source>
        <translation>重启：%1</translation>
    </message>
    <message>
        <source>Reloads: %1</source>
        <translation>重新加载：%1</translation>
    </message>
    <message>
        <source>The old state returns by itself unless the change is confirmed within %1 seconds.</source>
        <translation>除非在 %1 秒内确认变更，否则会自行恢复原来的状态。</translation>
    </message>
    <message>
        <source>To know before</source>
        <translation>事先须知</translation>
    </message>
    <message>
        <source>Without a way back</source>
        <translation>没有退路</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Tried before it is kept</source>
        <translation>保留前的检验</translation>
    </message>
</context>
<context>
    <name>PlanMerge</name>
    <message>
        <source>Join the plans</source>
        <translation>合并计划</translation>
    </message>
    <message>
        <source>%1: each plan does something else with it</source>
        <translation>%1：每个计划对它的操作不同</translation>
    </message>
    <message>
        <source>%1 changed on the server between the plans: make them anew</source>
        <translation>服务器上的 %1 在制定这些计划之间发生了变化：请重新制定</translation>
    </message>
    <message>
        <source>%1 line %2: each plan changes it in another way</source>
        <translation>%1 第 %2 行：每个计划对它的更改不同</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between numbers of lines</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1: each plan gives it another owner or mode</source>
        <translation>%1：每个计划设置的所有者或权限模式不同</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between reasons</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>one plan starts %1, another stops it</source>
        <translation>一个计划启动 %1，另一个停止它</translation>
    </message>
    <message>
        <source>one plan opens port %1, another closes it</source>
        <translation>一个计划开放端口 %1，另一个关闭它</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between conflicts</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>Apply one after the other</source>
        <translation>请逐个应用</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between titles of plans</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>there is no plan</source>
        <translation>没有计划</translation>
    </message>
    <message>
        <source>they are for different servers</source>
        <translation>它们针对不同的服务器</translation>
    </message>
    <message>
        <source>they do the same things in opposite orders</source>
        <translation>它们以相反的顺序做相同的事</translation>
    </message>
</context>
<context>
    <name>PublicKeyDialog</name>
    <message>
        <source>Choose a public key</source>
        <translation>选择公钥</translation>
    </message>
    <message>
        <source>Public keys (*.pub)</source>
        <translation>公钥 (*.pub)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>PublicKeyText</name>
    <message>
        <source>DSA is outdated, sshd refuses it: make an Ed25519 key.</source>
        <translation>DSA 已过时，sshd 拒绝使用：请生成 Ed25519 密钥。</translation>
    </message>
    <message>
        <source>RSA with %1 bits is too short: make an Ed25519 key.</source>
        <translation>%1 位的 RSA 太短：请生成 Ed25519 密钥。</translation>
    </message>
    <message>
        <source>This is a private key: it must never leave its computer. Take the file that ends in .pub.</source>
        <translation>这是私钥：它绝不能离开所在的电脑。请使用以 .pub 结尾的文件。</translation>
    </message>
    <message>
        <source>This is no public key. It is one line: ssh-ed25519 AAAA… and a comment.</source>
        <translation>这不是公钥。公钥是一行：ssh-ed25519 AAAA… 加注释。</translation>
    </message>
</context>
<context>
    <name>Publish</name>
    <message>
        <source>The site: who may enter, and where it leads</source>
        <translation>站点：谁可以进入，通往何处</translation>
    </message>
    <message>
        <source>nginx reads the site from now on</source>
        <translation>从现在起 nginx 会读取该站点</translation>
    </message>
    <message>
        <source>What sites share</source>
        <translation>各站点共用的设置</translation>
    </message>
    <message>
        <source>Numbers of connections, at 127.0.0.1 alone</source>
        <translation>连接数统计，仅限 127.0.0.1</translation>
    </message>
    <message>
        <source>What the service is told about a request</source>
        <translation>向服务转达的请求信息</translation>
    </message>
    <message>
        <source>What browsers may not do with the site</source>
        <translation>浏览器不得对站点做的事</translation>
    </message>
    <message>
        <source>TLS that is safe and that everybody speaks</source>
        <translation>安全且通用的 TLS 设置</translation>
    </message>
    <message>
        <source>The certificate, made on this computer</source>
        <translation>在这台电脑上生成的证书</translation>
    </message>
    <message>
        <source>Its private key</source>
        <translation>证书的私钥</translation>
    </message>
    <message>
        <source>Hash a password</source>
        <translation>计算密码的哈希</translation>
    </message>
    <message>
        <source>It is empty</source>
        <translation>密码为空</translation>
    </message>
    <message>
        <source>It is longer than %1 bytes</source>
        <translation>超过 %1 字节</translation>
    </message>
    <message>
        <source>crypt(3) of this computer knows no bcrypt</source>
        <translation>这台电脑的 crypt(3) 不支持 bcrypt</translation>
    </message>
    <message>
        <source>vLLM, OpenAI API</source>
        <translation>vLLM、OpenAI API</translation>
    </message>
    <message>
        <source>Gradio, lora-scripts</source>
        <translation>Gradio、lora-scripts</translation>
    </message>
    <message>
        <source>Another web service</source>
        <translation>其他 Web 服务</translation>
    </message>
    <message>
        <source>Files of a folder</source>
        <translation>文件夹中的文件</translation>
    </message>
    <message>
        <source>“%1” is no folder to publish: give a path such as /var/www/site</source>
        <translation>“%1” 不是可发布的文件夹：请指定路径，例如 /var/www/site</translation>
    </message>
    <message>
        <source>nginx may not enter /root, and should not: move the folder to /srv or /var/www</source>
        <translation>nginx 无权进入 /root，也不应进入：请将文件夹移到 /srv 或 /var/www</translation>
    </message>
    <message>
        <source>“%1” is no service: give an address such as 127.0.0.1:7860</source>
        <translation>“%1” 不是有效的服务：请指定地址，例如 127.0.0.1:7860</translation>
    </message>
    <message>
        <source>nginx is not on the server: it will be installed</source>
        <translation>服务器上没有 nginx：将会安装</translation>
    </message>
    <message>
        <source>The configuration of nginx could not be read: survey the server as root</source>
        <translation>无法读取 nginx 的配置：请以 root 身份采集这台服务器</translation>
    </message>
    <message>
        <source>%1 includes neither sites-enabled nor conf.d: add one of them to its http block first</source>
        <translation>%1 既没有包含 sites-enabled，也没有包含 conf.d：请先将其中之一加入其 http 块</translation>
    </message>
    <message>
        <source>By what name is it to be called?</source>
        <translation>使用什么名称访问？</translation>
    </message>
    <message>
        <source>“%1” is no name of a host</source>
        <translation>“%1” 不是有效的主机名</translation>
    </message>
    <message>
        <source>%1 is served already by %2:%3: disable that site first, or edit it</source>
        <translation>%1 已由 %2:%3 提供：请先停用该站点，或编辑它</translation>
    </message>
    <message>
        <source>“%1” is no path: it begins and ends with a slash, as /lora/</source>
        <translation>“%1” 不是有效路径：应以斜杠开头和结尾，例如 /lora/</translation>
    </message>
    <message>
        <source>Without a certificate passwords cross the network in the clear</source>
        <translation>没有证书，密码会以明文在网络上传输</translation>
    </message>
    <message>
        <source>There is no certificate yet</source>
        <translation>还没有证书</translation>
    </message>
    <message>
        <source>Nobody vouches for this certificate: browsers warn about it</source>
        <translation>这张证书无人担保：浏览器会发出警告</translation>
    </message>
    <message>
        <source>“%1” is no path of a file</source>
        <translation>“%1” 不是有效的文件路径</translation>
    </message>
    <message>
        <source>The certificate expired on %1: renew it first</source>
        <translation>证书已于 %1 过期：请先续期</translation>
    </message>
    <message>
        <source>The certificate does not name %1: browsers would refuse it</source>
        <translation>证书不包含 %1：浏览器会拒绝它</translation>
    </message>
    <message>
        <source>“%1” is no name to log in with</source>
        <translation>“%1” 不是有效的登录名</translation>
    </message>
    <message>
        <source>%1 has no password yet</source>
        <translation>%1 还没有密码</translation>
    </message>
    <message>
        <source>“%1” is no address and no network</source>
        <translation>“%1” 既不是有效地址，也不是有效网段</translation>
    </message>
    <message>
        <source>Everybody who knows the name may enter</source>
        <translation>知道名称的人都能进入</translation>
    </message>
    <message>
        <source>Programs that send an API key as “Authorization: Bearer” cannot send the password too: for them an address list is the better door</source>
        <translation>以 “Authorization: Bearer” 发送 API 密钥的程序无法同时发送密码：对它们来说，更适合用地址列表控制访问</translation>
    </message>
    <message>
        <source>“%1” is no origin: give scheme and host, as https://app.example.org</source>
        <translation>“%1” 不是有效的来源（origin）：请给出协议和主机，例如 https://app.example.org</translation>
    </message>
    <message>
        <source>The longest silence is 1 to 86400 seconds</source>
        <translation>最长无响应时间应为 1 到 86400 秒</translation>
    </message>
    <message>
        <source>The largest request is 1 to 1048576 megabytes</source>
        <translation>请求大小上限应为 1 到 1048576 MB</translation>
    </message>
    <message>
        <source>The rate is at most 100000 requests in a second</source>
        <translation>速率上限为每秒 100000 个请求</translation>
    </message>
    <message>
        <source>The ports for http and https must be two</source>
        <translation>http 与 https 的端口不能相同</translation>
    </message>
    <message>
        <source>Port %1 is taken by %2: stop it, or choose another port</source>
        <translation>端口 %1 已被 %2 占用：请停止它，或另选一个端口</translation>
    </message>
    <message>
        <source>The site leads to one more service; the rest of it stays</source>
        <translation>该站点通向又一个服务；其余部分保持不变</translation>
    </message>
    <message>
        <source>What its locations refer to</source>
        <translation>其 location 所引用的内容</translation>
    </message>
    <message>
        <source>It becomes a part of the site in %1:%2, with the name and the certificate of that one</source>
        <translation>它将成为 %1:%2 处站点的一部分，使用该站点的名称和证书</translation>
    </message>
    <message>
        <source>A part of a site has one name: the one of the site</source>
        <translation>站点的一部分只有一个名称：该站点的名称</translation>
    </message>
    <message>
        <source>Who may enter the site may enter this too</source>
        <translation>能进入该站点者也能进入此处</translation>
    </message>
    <message>
        <source>Publish below a site</source>
        <translation>在站点之下发布</translation>
    </message>
    <message>
        <source>The file does not hold %1 any more</source>
        <translation>该文件中已不再有 %1</translation>
    </message>
    <message>
        <source>Survey the server again</source>
        <translation>请重新采集这台服务器</translation>
    </message>
    <message>
        <source>%1 has %2 for something else, in line %3</source>
        <translation>%1 的 %2 已另作他用，见第 %3 行</translation>
    </message>
    <message>
        <source>Choose another path</source>
        <translation>请选择其他路径</translation>
    </message>
    <message>
        <source>%1 leads to %2, while this server was reached at %3: unless a router in between hands it on, change the record of the name.</source>
        <translation>%1 指向 %2，而此服务器是通过 %3 连接的：除非中间有路由器转发，否则请修改该名称的 DNS 记录。</translation>
    </message>
    <message>
        <source>%1 leads nowhere yet: give the name a record with the address of this server.</source>
        <translation>%1 尚无指向：请为该名称添加指向此服务器地址的 DNS 记录。</translation>
    </message>
    <message>
        <source>%1 leads nowhere yet: give the name a record with the address of this server, %2.</source>
        <translation>%1 尚无指向：请为该名称添加指向此服务器地址 %2 的 DNS 记录。</translation>
    </message>
    <message>
        <source>Port %1 answers this computer.</source>
        <translation>端口 %1 应答了本机。</translation>
    </message>
    <message>
        <source>Port %1 refused this computer: the plan opens it.</source>
        <translation>端口 %1 拒绝了本机：计划会打开它。</translation>
    </message>
    <message>
        <source>Port %1 is reached; nothing listens there yet.</source>
        <translation>端口 %1 可以到达；那里还没有任何程序监听。</translation>
    </message>
    <message>
        <source>Port %1 did not answer this computer: the plan opens it in the server&apos;s firewall.</source>
        <translation>端口 %1 未应答本机：计划会在服务器的防火墙中打开它。</translation>
    </message>
    <message>
        <source>Port %1 did not answer this computer: a firewall on the way lets nobody in. Open it there too.</source>
        <translation>端口 %1 未应答本机：途中有防火墙不放行任何人。请在那里也打开它。</translation>
    </message>
    <message>
        <source>Who may enter; passwords as hashes</source>
        <translation>谁可以进入；密码以哈希保存</translation>
    </message>
    <message>
        <source>Jupyter at 127.0.0.1 refuses names that it does not know: start it with --ServerApp.allow_remote_access=True</source>
        <translation>位于 127.0.0.1 的 Jupyter 会拒绝它不认识的名称：请用 --ServerApp.allow_remote_access=True 启动它</translation>
    </message>
    <message>
        <source>%1 makes its links from the root of the site: give it a name of its own</source>
        <translation>%1 的链接从站点根目录开始：请给它单独的名称</translation>
    </message>
    <message>
        <source>Gradio must know the path: start it with GRADIO_ROOT_PATH=%1</source>
        <translation>Gradio 必须知道路径：请用 GRADIO_ROOT_PATH=%1 启动它</translation>
    </message>
    <message>
        <source>%1 stands there twice</source>
        <translation>%1 出现了两次</translation>
    </message>
    <message>
        <source>It goes on answering names that no site has, whatever is added</source>
        <translation>无论再添加什么站点，它都继续应答没有站点的名称</translation>
    </message>
</context>
<context>
    <name>PublishOptions</name>
    <message>
        <source>WebSocket</source>
        <translation>WebSocket</translation>
    </message>
    <message>
        <source>Passes Upgrade and Connection on, which interfaces with live progress, kernels and terminals need</source>
        <translation>转发 Upgrade 和 Connection，带有实时进度、内核和终端的界面需要它们</translation>
    </message>
    <message>
        <source>Streaming</source>
        <translation>流式传输</translation>
    </message>
    <message>
        <source>proxy_buffering off: each piece of an answer is passed on at once</source>
        <translation>proxy_buffering off：应答的每一段都立即转发</translation>
    </message>
    <message>
        <source>Gzip</source>
        <translation>Gzip</translation>
    </message>
    <message>
        <source>Style sheets, scripts and fonts are compressed; answers that may hold a secret are not</source>
        <translation>压缩样式表、脚本和字体；可能含有机密的应答不压缩</translation>
    </message>
    <message>
        <source>Cache assets</source>
        <translation>缓存静态资源</translation>
    </message>
    <message>
        <source>Browsers keep style sheets, scripts and fonts for a week</source>
        <translation>浏览器将样式表、脚本和字体保留一周</translation>
    </message>
    <message>
        <source>Security headers</source>
        <translation>安全标头</translation>
    </message>
    <message>
        <source>Browsers may not guess types, show the site in frames of others, or tell others where one came from</source>
        <translation>浏览器不得猜测类型、在他人的框架中显示站点，或告诉别人访问者来自何处</translation>
    </message>
    <message>
        <source>Logs of its own</source>
        <translation>单独的日志</translation>
    </message>
    <message>
        <source>Files of its own, with the times that the service took</source>
        <translation>单独的文件，带有服务所用的时间</translation>
    </message>
    <message>
        <source>Health check</source>
        <translation>健康检查</translation>
    </message>
    <message>
        <source>/gatewright-health says that nginx answers for the site</source>
        <translation>/gatewright-health 说明 nginx 在为该站点应答</translation>
    </message>
    <message>
        <source>Status numbers</source>
        <translation>状态数字</translation>
    </message>
    <message>
        <source>Numbers of connections, at 127.0.0.1:8089/nginx_status on the server alone</source>
        <translation>连接数，仅在服务器上的 127.0.0.1:8089/nginx_status 可见</translation>
    </message>
    <message>
        <source>Close its naked port</source>
        <translation>关闭其裸露端口</translation>
    </message>
    <message>
        <source>In the firewall: then the service is reached through nginx alone</source>
        <translation>在防火墙中：此后只能通过 nginx 访问该服务</translation>
    </message>
    <message>
        <source>Switch on the firewall</source>
        <translation>开启防火墙</translation>
    </message>
    <message>
        <source>Where none is at work: it lets in ssh and the site, and nothing else</source>
        <translation>若没有防火墙在工作：放行 ssh 和该站点，其余一律不放行</translation>
    </message>
    <message>
        <source>Move it to loopback</source>
        <translation>移到环回地址</translation>
    </message>
    <message>
        <source>Its start file gets 127.0.0.1 for an address, and it is started again</source>
        <translation>其启动文件中的地址改为 127.0.0.1，并重新启动</translation>
    </message>
</context>
<context>
    <name>PublishText</name>
    <message>
        <source>%1 on %2</source>
        <comment>a program, its address</comment>
        <translation>%2 上的 %1</translation>
    </message>
    <message>
        <source>%1 — %2 on %3</source>
        <comment>a service, its program, its address</comment>
        <translation>%1 — %3 上的 %2</translation>
    </message>
    <message>
        <source>Tokens pass as they come: nothing is held back. The first one of a long prompt may take ten minutes; pictures in prompts make requests of up to 64 MB. One address gets 20 requests a second. “Authorization: Bearer” reaches the service.</source>
        <translation>词元逐个通过：不做任何缓存。长提示的第一个词元可能需要十分钟；提示中的图片使请求最大可达 64 MB。每个地址每秒 20 个请求。“Authorization: Bearer”会到达服务。</translation>
    </message>
    <message>
        <source>WebSocket and event streams pass at once, so that progress is seen; up to five minutes of silence while a picture is made; uploads of up to 512 MB.</source>
        <translation>WebSocket 和事件流立即通过，因此能看到进度；生成图片时最多可沉默五分钟；上传最大 512 MB。</translation>
    </message>
    <message>
        <source>WebSocket for kernels and terminals, which may be silent for an hour; notebooks of up to 512 MB; the name it is called by is passed on, because Jupyter checks it.</source>
        <translation>WebSocket 用于内核和终端，它们可沉默一小时；笔记本最大 512 MB；会传递访问所用的名称，因为 Jupyter 会检查它。</translation>
    </message>
    <message>
        <source>WebSocket for the progress of a workflow, up to five minutes of silence, uploads of up to 512 MB.</source>
        <translation>WebSocket 用于工作流的进度，最多可沉默五分钟，上传最大 512 MB。</translation>
    </message>
    <message>
        <source>Answers pass piece by piece, up to ten minutes of silence, requests of up to 64 MB. Ollama is called by a name that it knows.</source>
        <translation>应答逐段通过，最多可沉默十分钟，请求最大 64 MB。以 Ollama 认识的名称访问它。</translation>
    </message>
    <message>
        <source>WebSocket and streamed answers, up to ten minutes of silence, documents of up to 256 MB.</source>
        <translation>WebSocket 和流式应答，最多可沉默十分钟，文档最大 256 MB。</translation>
    </message>
    <message>
        <source>WebSocket where it is asked for; all else as nginx has it.</source>
        <translation>请求时使用 WebSocket；其余按 nginx 的默认。</translation>
    </message>
    <message>
        <source>Texts are compressed, and browsers keep style sheets, scripts and fonts for a week.</source>
        <translation>文本会被压缩，浏览器将样式表、脚本和字体保留一周。</translation>
    </message>
    <message>
        <source>install %1</source>
        <translation>安装 %1</translation>
    </message>
    <message>
        <source>write 1 file</source>
        <translation>写入 1 个文件</translation>
    </message>
    <message>
        <source>write %1 files</source>
        <translation>写入 %1 个文件</translation>
    </message>
    <message>
        <source>1 firewall rule</source>
        <translation>1 条防火墙规则</translation>
    </message>
    <message>
        <source>%1 firewall rules</source>
        <translation>%1 条防火墙规则</translation>
    </message>
    <message>
        <source>reload %1</source>
        <translation>重新加载 %1</translation>
    </message>
    <message>
        <source>check from outside</source>
        <translation>从外部检查</translation>
    </message>
    <message>
        <source>1 step</source>
        <translation>1 个步骤</translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation>%1 个步骤</translation>
    </message>
</context>
<context>
    <name>RecordJson</name>
    <message>
        <source>is not a time</source>
        <translation>不是有效的时间</translation>
    </message>
    <message>
        <source>Read a change of the journal</source>
        <translation>读取变更日志中的一项变更</translation>
    </message>
</context>
<context>
    <name>RemoteFile</name>
    <message>
        <source>Read %1</source>
        <translation>读取 %1</translation>
    </message>
    <message>
        <source>There is no such file</source>
        <translation>没有这个文件</translation>
    </message>
    <message>
        <source>It is not a regular file</source>
        <translation>它不是普通文件</translation>
    </message>
    <message>
        <source>This user may not read it</source>
        <translation>此用户无权读取</translation>
    </message>
    <message>
        <source>Read it as root</source>
        <translation>请以 root 身份读取</translation>
    </message>
    <message>
        <source>It changed while it was read</source>
        <translation>读取过程中文件发生了变化</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>请重试</translation>
    </message>
    <message>
        <source>The answer cannot be read</source>
        <translation>无法读取应答</translation>
    </message>
    <message>
        <source>It is larger than %1</source>
        <translation>大于 %1</translation>
    </message>
</context>
<context>
    <name>Route</name>
    <message>
        <source>Find the way to %1</source>
        <translation>查找到 %1 的路径</translation>
    </message>
    <message>
        <source>Check ProxyJump in your SSH configuration</source>
        <translation>请检查 SSH 配置中的 ProxyJump</translation>
    </message>
    <message>
        <source>There are more than %1 jump hosts, or they form a loop</source>
        <translation>跳板机超过 %1 个，或形成了循环</translation>
    </message>
    <message>
        <source>%1 is reached through itself</source>
        <translation>到 %1 的路径又经过它自己</translation>
    </message>
    <message>
        <source>Chosen for this server</source>
        <translation>为这台服务器选择的方式</translation>
    </message>
    <message>
        <source>Ask ssh how to reach %1</source>
        <translation>询问 ssh 如何到达 %1</translation>
    </message>
    <message>
        <source>Mend your SSH configuration</source>
        <translation>请修正你的 SSH 配置</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>这台电脑</translation>
    </message>
    <message>
        <source>Log in to %1 with the key file that was chosen</source>
        <translation>用所选的密钥文件登录 %1</translation>
    </message>
    <message>
        <source>Choose another key file, or none</source>
        <translation>换一个密钥文件，或不选</translation>
    </message>
</context>
<context>
    <name>Script</name>
    <message>
        <source>Nothing of the answer was used. Try again</source>
        <translation>应答未被采用。请重试</translation>
    </message>
    <message>
        <source>The server has no sha256sum, openssl or shasum</source>
        <translation>服务器没有 sha256sum、openssl 或 shasum</translation>
    </message>
    <message>
        <source>Install coreutils there</source>
        <translation>请在服务器上安装 coreutils</translation>
    </message>
    <message>
        <source>/proc is not usable on the server</source>
        <translation>服务器上的 /proc 不可用</translation>
    </message>
    <message>
        <source>Mount /proc there</source>
        <translation>请在服务器上挂载 /proc</translation>
    </message>
    <message>
        <source>The script arrived damaged and was not started</source>
        <translation>脚本到达时已损坏，没有启动</translation>
    </message>
    <message>
        <source>Nothing was done on the server. Try again</source>
        <translation>服务器上没有执行任何操作。请重试</translation>
    </message>
    <message>
        <source>The answer does not begin as it should</source>
        <translation>应答的开头不符合格式</translation>
    </message>
    <message>
        <source>The answer ends before its end mark</source>
        <translation>应答在结束标记之前就结束了</translation>
    </message>
    <message>
        <source>The end mark of the answer is incomplete</source>
        <translation>应答的结束标记不完整</translation>
    </message>
    <message>
        <source>%1 bytes came where the server sent %2</source>
        <translation>服务器发送了 %2 字节，收到 %1 字节</translation>
    </message>
    <message>
        <source>The answer does not match the SHA-256 the server states</source>
        <translation>应答与服务器给出的 SHA-256 不符</translation>
    </message>
    <message>
        <source>Run a script on %1</source>
        <translation>在 %1 上运行脚本</translation>
    </message>
    <message>
        <source>The script contains a NUL byte</source>
        <translation>脚本中含有 NUL 字节</translation>
    </message>
    <message>
        <source>%1 did not make us root</source>
        <translation>%1 没有取得 root 权限</translation>
    </message>
    <message>
        <source>%1 did not make us root: %2</source>
        <translation>%1 没有取得 root 权限：%2</translation>
    </message>
    <message>
        <source>Check the password and the rights of this user; it was not sent a second time</source>
        <translation>请检查此用户的密码和权限；密码没有再次发送</translation>
    </message>
    <message>
        <source>The login shell did not run the command; it said: %1</source>
        <translation>登录 shell 没有运行命令，它的输出是：%1</translation>
    </message>
    <message>
        <source>Check the login shell of this user and what its start files print</source>
        <translation>请检查此用户的登录 shell，以及其启动文件的输出</translation>
    </message>
    <message>
        <source>The script printed more than %1</source>
        <translation>脚本的输出超过 %1</translation>
    </message>
</context>
<context>
    <name>ServiceRows</name>
    <message>
        <source>supervisor</source>
        <translation>supervisor</translation>
    </message>
    <message>
        <source>systemd</source>
        <translation>systemd</translation>
    </message>
    <message>
        <source>started by cron: make a unit of it first</source>
        <translation>由 cron 启动：请先将其做成单元</translation>
    </message>
    <message>
        <source>started by hand: make a unit of it first</source>
        <translation>手动启动：请先将其做成单元</translation>
    </message>
    <message>
        <source>dangerous</source>
        <translation>危险</translation>
    </message>
    <message>
        <source>unsafe</source>
        <translation>不安全</translation>
    </message>
    <message>
        <source>exposed</source>
        <translation>暴露</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>中等</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>尚可</translation>
    </message>
    <message>
        <source>safe</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>exposure %1</source>
        <translation>暴露评分 %1</translation>
    </message>
    <message>
        <source>root, on all addresses</source>
        <translation>root，监听所有地址</translation>
    </message>
    <message>
        <source>runs as root</source>
        <translation>以 root 身份运行</translation>
    </message>
    <message>
        <source>on all addresses</source>
        <translation>监听所有地址</translation>
    </message>
    <message>
        <source>Confine…</source>
        <translation>限制权限…</translation>
    </message>
    <message>
        <source>%1/10, %2</source>
        <translation>%1/10，%2</translation>
    </message>
</context>
<context>
    <name>Severity</name>
    <message>
        <source>Info</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>低危</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>中危</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高危</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>严重</translation>
    </message>
</context>
<context>
    <name>SiteRows</name>
    <message>
        <source>Edited</source>
        <translation>已编辑</translation>
    </message>
    <message>
        <source>Default site</source>
        <translation>默认站点</translation>
    </message>
    <message>
        <source>Any name on %1</source>
        <translation>%1 上的任意名称</translation>
    </message>
    <message>
        <source>Disabled</source>
        <comment>a site</comment>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>维护中</translation>
    </message>
    <message>
        <source>Expired</source>
        <comment>the certificate of a site</comment>
        <translation>已过期</translation>
    </message>
    <message>
        <source>No answer</source>
        <comment>nobody listens where a site hands its requests on</comment>
        <translation>无应答</translation>
    </message>
</context>
<context>
    <name>SshAuthentication</name>
    <message>
        <source>The server did not answer the login in time</source>
        <translation>服务器没有及时回应登录</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>%1 is a security key that is not in the agent</source>
        <translation>%1 是硬件安全密钥，但不在代理中</translation>
    </message>
    <message>
        <source>%1 could not be read as a private key</source>
        <translation>无法将 %1 作为私钥读取</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>密钥密码短语</translation>
    </message>
    <message>
        <source>The key file %1 is locked with a passphrase</source>
        <translation>密钥文件 %1 已用密码短语加锁</translation>
    </message>
    <message>
        <source>This passphrase does not open the key file %1</source>
        <translation>此密码短语无法解锁密钥文件 %1</translation>
    </message>
    <message>
        <source>The server asks for too many things at once</source>
        <translation>服务器一次询问的内容太多</translation>
    </message>
    <message>
        <source>%1 asks for something only you know</source>
        <translation>%1 询问只有你知道的内容</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>%1 asks for a password</source>
        <translation>%1 要求输入密码</translation>
    </message>
    <message>
        <source>The password for %1 was not accepted</source>
        <translation>%1 的密码未被接受</translation>
    </message>
    <message>
        <source>The answers for %1 were not accepted</source>
        <translation>对 %1 的回答未被接受</translation>
    </message>
    <message>
        <source>Try again with the right one; nothing is tried a second time by itself, so that no account gets locked</source>
        <translation>请用正确的内容重试；不会自动再次尝试，以免账户被锁定</translation>
    </message>
    <message>
        <source>Only OpenSSH can use the key that is set for this server</source>
        <translation>为这台服务器设置的密钥只有 OpenSSH 能使用</translation>
    </message>
    <message>
        <source>Add the key to the agent (ssh-add), or connect by OpenSSH</source>
        <translation>请将密钥加入代理（ssh-add），或用 OpenSSH 连接</translation>
    </message>
    <message>
        <source>there was nothing to offer</source>
        <translation>没有可提供的内容</translation>
    </message>
    <message>
        <source>The server did not let %1 in. Offered: %2</source>
        <translation>服务器没有让 %1 登录。已提供：%2</translation>
    </message>
    <message>
        <source>The server accepted %3 for %1 but wants more. Offered then: %2</source>
        <translation>服务器接受了 %1 的 %3，但还要求更多。此后已提供：%2</translation>
    </message>
    <message>
        <source>The server accepts no way of logging in that can be used here</source>
        <translation>服务器接受的登录方式在这里都无法使用</translation>
    </message>
    <message>
        <source>The server accepts: %1. Add your key to the agent, or choose a key file for this server</source>
        <translation>服务器接受：%1。请将密钥加入代理，或为这台服务器选择密钥文件</translation>
    </message>
    <message>
        <source>%1. Note: %2</source>
        <translation>%1。注意：%2</translation>
    </message>
    <message>
        <source>The server did not let %1 in: too many authentication failures</source>
        <translation>服务器不让 %1 登录：认证失败次数过多</translation>
    </message>
    <message>
        <source>Choose a key file for this server, so that fewer keys are offered</source>
        <translation>请为此服务器选择一个密钥文件，以减少尝试的密钥数量</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
    </message>
</context>
<context>
    <name>SshChain</name>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>No answer came in time</source>
        <translation>未及时收到应答</translation>
    </message>
    <message>
        <source>%1 does not answer any more</source>
        <translation>%1 不再应答</translation>
    </message>
    <message>
        <source>Check the network and whether that server is still up</source>
        <translation>请检查网络，以及那台服务器是否仍在运行</translation>
    </message>
    <message>
        <source>%1 ignores how much it may send and was cut off</source>
        <translation>%1 不遵守允许发送的数据量，已被断开</translation>
    </message>
    <message>
        <source>This is not how an SSH server behaves. Look at what really answers there</source>
        <translation>SSH 服务器不会这样。请查看那里实际应答的是什么</translation>
    </message>
    <message>
        <source>The jump host %1 sends more than can be taken and was cut off</source>
        <translation>跳板机 %1 发送的数据超过了可接收的量，已被断开</translation>
    </message>
    <message>
        <source>The connection to %1 broke: %2</source>
        <translation>到 %1 的连接中断：%2</translation>
    </message>
    <message>
        <source>Check the network and whether the server is up</source>
        <translation>请检查网络，以及服务器是否在运行</translation>
    </message>
</context>
<context>
    <name>SshOpener</name>
    <message>
        <source>The server offers nothing safe enough for: %1. It offers: %2</source>
        <translation>服务器没有提供足够安全的 %1。它提供：%2</translation>
    </message>
    <message>
        <source>Update the SSH server. Until then OpenSSH may connect, with the old algorithms allowed in ~/.ssh/config</source>
        <translation>请更新 SSH 服务器。在此之前，可在 ~/.ssh/config 中允许旧算法，用 OpenSSH 连接</translation>
    </message>
    <message>
        <source>Connect to the jump host %1</source>
        <translation>连接到跳板机 %1</translation>
    </message>
    <message>
        <source>Connect to %1 through the jump host %2</source>
        <translation>经跳板机 %2 连接到 %1</translation>
    </message>
    <message>
        <source>Connect to %1</source>
        <translation>连接到 %1</translation>
    </message>
    <message>
        <source>The server showed no host key</source>
        <translation>服务器没有出示主机密钥</translation>
    </message>
    <message>
        <source>The jump host %1 did not let us through: %2</source>
        <translation>跳板机 %1 没有让连接通过：%2</translation>
    </message>
    <message>
        <source>Check that the server is reachable from the jump host, and that the jump host allows forwarding (AllowTcpForwarding)</source>
        <translation>请检查从跳板机能否访问服务器，以及跳板机是否允许转发（AllowTcpForwarding）</translation>
    </message>
    <message>
        <source>The server did not finish the key exchange in time</source>
        <translation>服务器没有及时完成密钥交换</translation>
    </message>
    <message>
        <source>The server took too long to say that it speaks SSH</source>
        <translation>服务器迟迟没有表明它使用 SSH</translation>
    </message>
    <message>
        <source>The server accepted the connection and then said nothing</source>
        <translation>服务器接受了连接，然后什么也没说</translation>
    </message>
    <message>
        <source>Check that an SSH server listens on this port, and that it is not overloaded</source>
        <translation>请检查此端口上是否有 SSH 服务器在监听，以及它是否过载</translation>
    </message>
    <message>
        <source>It sends text without end instead of an SSH banner</source>
        <translation>它不停地发送文本，而不是 SSH 标识</translation>
    </message>
    <message>
        <source>Check the port: this is no SSH server, or one that keeps visitors busy</source>
        <translation>请检查端口：这不是 SSH 服务器，或是故意拖住访客的服务器</translation>
    </message>
    <message>
        <source>The server could not prove that its host key is its own</source>
        <translation>服务器无法证明主机密钥属于自己</translation>
    </message>
    <message>
        <source>RSA host keys of fewer than 2048 bits are refused, too: make a new one on the server with ssh-keygen -A</source>
        <translation>低于 2048 位的 RSA 主机密钥也会被拒绝：请在服务器上用 ssh-keygen -A 生成新的密钥</translation>
    </message>
    <message>
        <source>The server closed the connection before its SSH banner</source>
        <translation>服务器在发送 SSH 标识之前就关闭了连接</translation>
    </message>
    <message>
        <source>It may be overloaded, or refuse this address (fail2ban, MaxStartups, a firewall)</source>
        <translation>它可能过载，或拒绝此地址（fail2ban、MaxStartups、防火墙）</translation>
    </message>
    <message>
        <source>The key exchange failed: %1</source>
        <translation>密钥交换失败：%1</translation>
    </message>
    <message>
        <source>Check that this port belongs to an SSH server</source>
        <translation>请检查此端口是否属于 SSH 服务器</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>SshSession</name>
    <message>
        <source>Too many connections are open at once</source>
        <translation>同时打开的连接太多</translation>
    </message>
</context>
<context>
    <name>SshdDraft</name>
    <message>
        <source>as they are</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>custom</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>algorithms: %1</source>
        <translation>算法：%1</translation>
    </message>
    <message>
        <source>Without an algorithm nobody can connect.</source>
        <translation>没有算法，任何人都无法连接。</translation>
    </message>
    <message>
        <source>The path of a file on the server, from the root: /etc/issue.net</source>
        <translation>服务器上文件的路径，从根目录写起：/etc/issue.net</translation>
    </message>
    <message>
        <source>A whole number from 0 on</source>
        <translation>0 或更大的整数</translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535.</source>
        <translation>端口是 1 到 65535 之间的数字。</translation>
    </message>
    <message>
        <source>Seconds, or a time as sshd writes it: 90, 2m, 1h30m</source>
        <translation>秒数，或 sshd 写法的时间：90、2m、1h30m</translation>
    </message>
    <message>
        <source>sshd does not take this value.</source>
        <translation>sshd 不接受这个值。</translation>
    </message>
    <message>
        <source>not in the files that were read</source>
        <translation>不在已读取的文件中</translation>
    </message>
    <message>
        <source>no line sets it</source>
        <translation>未设置</translation>
    </message>
    <message>
        <source>default of %1</source>
        <translation>%1 的默认值</translation>
    </message>
    <message>
        <source>default</source>
        <translation>默认值</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>user: value</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>SshdObjections</name>
    <message>
        <source>Something else listens on this port.</source>
        <translation>有其他程序在监听此端口。</translation>
    </message>
    <message>
        <source>%1 listens on this port.</source>
        <translation>%1 在监听此端口。</translation>
    </message>
    <message>
        <source>Without an attempt nobody gets in.</source>
        <translation>不允许任何尝试，就没有人能登录。</translation>
    </message>
    <message>
        <source>This would shut you out: %1.</source>
        <translation>这会把你挡在外面：%1。</translation>
    </message>
</context>
<context>
    <name>Store</name>
    <message>
        <source>Use the program&apos;s database %1</source>
        <translation>使用程序的数据库 %1</translation>
    </message>
    <message>
        <source>It cannot be created: %1</source>
        <translation>无法创建：%1</translation>
    </message>
    <message>
        <source>Check that the folder may be written and the disk is not full</source>
        <translation>请检查文件夹是否可写、磁盘是否已满</translation>
    </message>
    <message>
        <source>It was written by a newer version of the program</source>
        <translation>它由更新版本的程序写入</translation>
    </message>
    <message>
        <source>Update the program. The file was not changed</source>
        <translation>请更新程序。文件没有被更改</translation>
    </message>
    <message>
        <source>The file is damaged (%1)</source>
        <translation>文件已损坏（%1）</translation>
    </message>
    <message>
        <source>The file was not changed. Put a backup in its place, or move it away to begin with an empty one</source>
        <translation>文件没有被更改。请换上备份，或将它移走，从空数据库开始</translation>
    </message>
    <message>
        <source>Another process has been writing to it for too long</source>
        <translation>另一个进程写入的时间过长</translation>
    </message>
    <message>
        <source>Try again, or close other windows of the program</source>
        <translation>请重试，或关闭程序的其他窗口</translation>
    </message>
    <message>
        <source>Check the permissions of the file and of its folder</source>
        <translation>请检查文件及其文件夹的权限</translation>
    </message>
    <message>
        <source>Check that the disk works and is not full</source>
        <translation>请检查磁盘是否正常、是否已满</translation>
    </message>
    <message>
        <source>Read the survey number %1</source>
        <translation>读取第 %1 号采集记录</translation>
    </message>
    <message>
        <source>It is not kept any more</source>
        <translation>它已不再保留</translation>
    </message>
    <message>
        <source>survey %1 is not as it was stored</source>
        <translation>第 %1 号采集记录与存入时不符</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>这台电脑</translation>
    </message>
    <message>
        <source>Save the server %1</source>
        <translation>保存服务器 %1</translation>
    </message>
    <message>
        <source>Choose another name</source>
        <translation>请换一个名称</translation>
    </message>
    <message>
        <source>It has no name</source>
        <translation>没有名称</translation>
    </message>
    <message>
        <source>Another server has this name already</source>
        <translation>已有同名的服务器</translation>
    </message>
    <message>
        <source>change %1 is not as it was stored</source>
        <translation>变更 %1 与存入时不符</translation>
    </message>
    <message>
        <source>a file of change %1 is not as it was stored</source>
        <translation>变更 %1 的一个文件与存入时不符</translation>
    </message>
    <message>
        <source>Write a change to the journal</source>
        <translation>将变更写入变更日志</translation>
    </message>
    <message>
        <source>It does not say which change it is, of which server, or when it was made</source>
        <translation>没有说明是哪项变更、属于哪台服务器，或何时执行</translation>
    </message>
    <message>
        <source>It does not hold what was in %1</source>
        <translation>其中没有 %1 原来的内容</translation>
    </message>
    <message>
        <source>Entry %1 is missing</source>
        <translation>缺少第 %1 条</translation>
    </message>
    <message>
        <source>Entry %1 does not follow the one before it</source>
        <translation>第 %1 条与前一条不衔接</translation>
    </message>
    <message>
        <source>Entry %1 is not as it was written</source>
        <translation>第 %1 条与写入时不符</translation>
    </message>
    <message>
        <source>Entry %1 is not filed as it was written</source>
        <translation>第 %1 条的归档与写入时不符</translation>
    </message>
    <message>
        <source>A file that entry %1 names is missing or was changed</source>
        <translation>第 %1 条所指的一个文件缺失或已被更改</translation>
    </message>
    <message>
        <source>Its names cannot be written down</source>
        <translation>其中的名称无法写入</translation>
    </message>
    <message>
        <source>The journal knows this change from another server</source>
        <translation>变更日志中，此变更属于另一台服务器</translation>
    </message>
    <message>
        <source>Read change %1 of the journal</source>
        <translation>读取变更日志中的变更 %1</translation>
    </message>
    <message>
        <source>There is no such change</source>
        <translation>没有这项变更</translation>
    </message>
    <message>
        <source>Entry %1 and all that followed are missing</source>
        <translation>缺少第 %1 条及其后的所有条目</translation>
    </message>
</context>
<context>
    <name>StrictJson</name>
    <message>
        <source>%1 %2</source>
        <comment>steps[3].change.path + is missing</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>is not an object</source>
        <translation>不是对象</translation>
    </message>
    <message>
        <source>has a member that is not known: %1</source>
        <translation>有未知的成员：%1</translation>
    </message>
    <message>
        <source>is not a name</source>
        <translation>不是名称</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>为空</translation>
    </message>
    <message>
        <source>is too long</source>
        <translation>过长</translation>
    </message>
    <message>
        <source>holds a NUL byte</source>
        <translation>含有 NUL 字节</translation>
    </message>
    <message>
        <source>is not a number from %1 to %2</source>
        <translation>不是 %1 到 %2 之间的数字</translation>
    </message>
    <message>
        <source>is neither true nor false</source>
        <translation>既不是 true 也不是 false</translation>
    </message>
    <message>
        <source>is %1: a newer Gatewright wrote this</source>
        <translation>是 %1：由更新版本的 Gatewright 写入</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>is not a list</source>
        <translation>不是列表</translation>
    </message>
    <message>
        <source>has more than %1 entries</source>
        <translation>超过 %1 项</translation>
    </message>
    <message>
        <source>is not known: %1</source>
        <translation>未知：%1</translation>
    </message>
    <message>
        <source>is not a text</source>
        <translation>不是文本</translation>
    </message>
    <message>
        <source>is not base64</source>
        <translation>不是 base64</translation>
    </message>
    <message>
        <source>is neither a text nor base64</source>
        <translation>既不是文本也不是 base64</translation>
    </message>
    <message>
        <source>is larger than %1</source>
        <translation>大于 %1</translation>
    </message>
    <message>
        <source>is not an absolute path</source>
        <translation>不是绝对路径</translation>
    </message>
</context>
<context>
    <name>Target</name>
    <message>
        <source>Read the address %1</source>
        <translation>读取地址 %1</translation>
    </message>
    <message>
        <source>Write host, user@host, user@host:port or an alias of your SSH configuration</source>
        <translation>请写成 host、user@host、user@host:port，或 SSH 配置中的别名</translation>
    </message>
    <message>
        <source>The user name has characters that are not allowed</source>
        <translation>用户名中有不允许的字符</translation>
    </message>
    <message>
        <source>The brackets do not match</source>
        <translation>方括号不匹配</translation>
    </message>
    <message>
        <source>There is no IPv6 address in the brackets</source>
        <translation>方括号中不是 IPv6 地址</translation>
    </message>
    <message>
        <source>The host is missing</source>
        <translation>缺少主机</translation>
    </message>
    <message>
        <source>The host has characters that are not allowed</source>
        <translation>主机名中有不允许的字符</translation>
    </message>
    <message>
        <source>The port must be a number from 1 to 65535</source>
        <translation>端口必须是 1 到 65535 之间的数字</translation>
    </message>
</context>
<context>
    <name>Text</name>
    <message>
        <source>Make a plan ready for the server</source>
        <translation>为服务器准备计划</translation>
    </message>
</context>
<context>
    <name>TransportChoice</name>
    <message>
        <source>ProxyCommand is set for %1</source>
        <translation>%1 设置了 ProxyCommand</translation>
    </message>
    <message>
        <source>A smart card (PKCS11Provider) is set for %1</source>
        <translation>%1 设置了智能卡（PKCS11Provider）</translation>
    </message>
    <message>
        <source>There is a Kerberos ticket and GSSAPI is on for %1</source>
        <translation>%1 有 Kerberos 票据，并启用了 GSSAPI</translation>
    </message>
    <message>
        <source>The key for %1 is on a security key and no agent holds it</source>
        <translation>%1 的密钥在硬件安全密钥上，而代理中没有它</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Nothing here needs more than libssh</source>
        <translation>这里用 libssh 就足够了</translation>
    </message>
    <message>
        <source>libssh cannot run a ProxyCommand</source>
        <translation>libssh 无法运行 ProxyCommand</translation>
    </message>
    <message>
        <source>libssh cannot use a smart card (PKCS11Provider)</source>
        <translation>libssh 无法使用智能卡（PKCS11Provider）</translation>
    </message>
    <message>
        <source>Connect to %1 by libssh</source>
        <translation>通过 libssh 连接 %1</translation>
    </message>
    <message>
        <source>Choose automatic or OpenSSH</source>
        <translation>请选择“自动”或 OpenSSH</translation>
    </message>
</context>
<context>
    <name>Undo</name>
    <message>
        <source>Take back change %1 (%2)</source>
        <translation>撤销变更 %1（%2）</translation>
    </message>
    <message>
        <source>It is not kept yet: its own way back is still armed</source>
        <translation>它尚未保留：自己的退路仍处于启用状态</translation>
    </message>
    <message>
        <source>It changed nothing</source>
        <translation>它没有更改任何内容</translation>
    </message>
    <message>
        <source>The old state is back already</source>
        <translation>原来的状态已经恢复</translation>
    </message>
    <message>
        <source>As it was before change %1</source>
        <translation>恢复到变更 %1 之前</translation>
    </message>
    <message>
        <source>Take back change %1: %2</source>
        <translation>撤销变更 %1：%2</translation>
    </message>
    <message>
        <source>It did not change %1</source>
        <translation>它没有更改 %1</translation>
    </message>
    <message>
        <source>%1 was not read</source>
        <translation>未读取 %1</translation>
    </message>
    <message>
        <source>Take back the later change first, or choose the other files only</source>
        <translation>请先撤销后来的变更，或只选择其他文件</translation>
    </message>
    <message>
        <source>What goes back must be valid</source>
        <translation>恢复的内容必须有效</translation>
    </message>
    <message>
        <source>Reads what is back</source>
        <translation>读取恢复后的内容</translation>
    </message>
    <message>
        <source>The package %1 stays installed</source>
        <translation>软件包 %1 保持已安装</translation>
    </message>
    <message>
        <source>There is no way back from this command: %1</source>
        <translation>此命令没有退路：%1</translation>
    </message>
    <message>
        <source>Only files go back: the commands of the change are not taken back</source>
        <translation>只恢复文件：变更中的命令不会被撤销</translation>
    </message>
    <message>
        <source>Nothing of it is left to take back</source>
        <translation>其中已没有可撤销的内容</translation>
    </message>
    <message>
        <source>%1, line %2, was changed later</source>
        <translation>%1 第 %2 行后来被更改</translation>
    </message>
    <message>
        <source>%1: the record does not hold its content</source>
        <translation>%1：记录中没有它的内容</translation>
    </message>
    <message>
        <source>%1 stays as it is: its content is secret, so the journal never had it</source>
        <translation>%1 保持不变：其内容为机密，从未写入变更日志</translation>
    </message>
    <message>
        <source>%1 was led elsewhere or replaced later</source>
        <translation>%1 后来改为指向别处，或被替换</translation>
    </message>
    <message>
        <source>%1 is a link now and was a file: replace it by hand</source>
        <translation>%1 原来是文件，现在是链接：请手动替换</translation>
    </message>
    <message>
        <source>%1 was made anew later</source>
        <translation>%1 后来被重新创建</translation>
    </message>
    <message>
        <source>%1 was changed later and is no text</source>
        <translation>%1 后来被更改，且不是文本</translation>
    </message>
    <message>
        <source>%1 was changed later: those edits stay</source>
        <translation>%1 后来被更改：这些编辑会保留</translation>
    </message>
    <message>
        <source>%1 was removed later</source>
        <translation>%1 后来被删除</translation>
    </message>
    <message>
        <source>Mode or owner of %1 were changed later</source>
        <translation>%1 的权限或所有者后来被更改</translation>
    </message>
    <message>
        <source>The socket can be opened anew only while its service does not run</source>
        <translation>只有在其服务停止时，才能重新打开套接字</translation>
    </message>
</context>
<context>
    <name>WebLog</name>
    <message>
        <source>Read %1</source>
        <translation>读取 %1</translation>
    </message>
    <message>
        <source>It is not there, or may not be read</source>
        <translation>文件不存在，或无权读取</translation>
    </message>
</context>
<context>
    <name>algorithms</name>
    <message>
        <source>a recording made today can be opened once quantum computers can</source>
        <translation>今天录下的通信，将来可被量子计算机解开</translation>
    </message>
    <message>
        <source>NIST curve: hard to implement safely, and its constants are unexplained</source>
        <translation>NIST 曲线：难以安全实现，其常数的来历也没有说明</translation>
    </message>
    <message>
        <source>2048-bit group: below what is advised for the coming years</source>
        <translation>2048 位群：低于未来几年的建议强度</translation>
    </message>
    <message>
        <source>SHA-1 is broken</source>
        <translation>SHA-1 已被攻破</translation>
    </message>
    <message>
        <source>1024-bit group (Logjam): can be computed in advance</source>
        <translation>1024 位群（Logjam）：可以预先计算</translation>
    </message>
    <message>
        <source>withdrawn experiment</source>
        <translation>已撤回的实验性算法</translation>
    </message>
    <message>
        <source>1024-bit RSA key exchange</source>
        <translation>1024 位 RSA 密钥交换</translation>
    </message>
    <message>
        <source>signs with SHA-1, which is broken</source>
        <translation>用 SHA-1 签名，而 SHA-1 已被攻破</translation>
    </message>
    <message>
        <source>DSA with 1024 bits and SHA-1</source>
        <translation>使用 1024 位密钥和 SHA-1 的 DSA</translation>
    </message>
    <message>
        <source>CBC mode: plaintext can be recovered in SSH (CVE-2008-5161)</source>
        <translation>CBC 模式：在 SSH 中可被恢复出明文（CVE-2008-5161）</translation>
    </message>
    <message>
        <source>64-bit blocks (Sweet32)</source>
        <translation>64 位分组（Sweet32）</translation>
    </message>
    <message>
        <source>RC4 is broken</source>
        <translation>RC4 已被攻破</translation>
    </message>
    <message>
        <source>nothing is encrypted</source>
        <translation>完全不加密</translation>
    </message>
    <message>
        <source>nothing is protected against changes</source>
        <translation>不防篡改</translation>
    </message>
    <message>
        <source>the MAC is made before encryption</source>
        <translation>先计算 MAC 再加密</translation>
    </message>
    <message>
        <source>SHA-1: not broken in this use, but to be retired</source>
        <translation>SHA-1：在这一用途中尚未被攻破，但应淘汰</translation>
    </message>
    <message>
        <source>a tag of 64 bits is short</source>
        <translation>64 位的标签太短</translation>
    </message>
    <message>
        <source>MD5 is broken</source>
        <translation>MD5 已被攻破</translation>
    </message>
    <message>
        <source>truncated to 96 bits</source>
        <translation>截短为 96 位</translation>
    </message>
    <message>
        <source>RIPEMD-160 is out of use</source>
        <translation>RIPEMD-160 已无人使用</translation>
    </message>
</context>
<context>
    <name>applying</name>
    <message>
        <source>Look at the state before</source>
        <translation>查看变更前的状态</translation>
    </message>
    <message>
        <source>Keep a copy of 1 file</source>
        <translation>保留 1 个文件的副本</translation>
    </message>
    <message>
        <source>Keep a copy of %1 files</source>
        <translation>保留 %1 个文件的副本</translation>
    </message>
    <message>
        <source>journal #%1</source>
        <translation>变更日志 #%1</translation>
    </message>
    <message>
        <source>can be undone later from History</source>
        <translation>以后可从“历史记录”中撤销</translation>
    </message>
    <message>
        <source>compared with what the plan saw; content, owner and mode</source>
        <translation>与制定计划时比较：内容、所有者和权限</translation>
    </message>
    <message>
        <source>Arm the way back</source>
        <translation>启用退路</translation>
    </message>
    <message>
        <source>the server undoes everything by itself at %1 unless you confirm</source>
        <translation>除非你确认，否则服务器将在 %1 自行撤销一切</translation>
    </message>
    <message>
        <source>the server undoes everything by itself unless you confirm</source>
        <translation>除非你确认，否则服务器将自行撤销一切</translation>
    </message>
    <message>
        <source>%1 has a change open on this server</source>
        <translation>%1 在这台服务器上有一项待决定的变更</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>the new settings are live</source>
        <translation>新设置已生效</translation>
    </message>
    <message>
        <source>being tried from this computer</source>
        <translation>正在从这台电脑尝试</translation>
    </message>
    <message>
        <source>tried from this computer</source>
        <translation>从这台电脑尝试</translation>
    </message>
    <message>
        <source>Check the new files aside with %1</source>
        <translation>用 %1 单独检查新文件</translation>
    </message>
    <message>
        <source>before the first real one moves</source>
        <translation>在第一个真实文件被替换之前</translation>
    </message>
    <message>
        <source>not run</source>
        <translation>未执行</translation>
    </message>
    <message>
        <source>taken off the server once the changes were kept</source>
        <translation>变更保留后已从服务器上移除</translation>
    </message>
    <message>
        <source>it leads the server back to the old state</source>
        <translation>由它让服务器恢复到变更之前的状态</translation>
    </message>
</context>
<context>
    <name>changes</name>
    <message>
        <source>A change of yours is open since %1: %2. It undoes itself in %3 unless you keep it.</source>
        <translation>自 %1 起，你有一项待决定的变更：%2。除非你保留，否则它将在 %3 后自行撤销。</translation>
    </message>
    <message>
        <source>Keep…</source>
        <translation>保留…</translation>
    </message>
    <message>
        <source>Undo now</source>
        <translation>立即撤销</translation>
    </message>
    <message>
        <source>%1 has a change open on this server since %2: %3. It undoes itself in %4 unless it is kept; until then nothing else can be changed here.</source>
        <translation>自 %2 起，%1 在这台服务器上有一项待决定的变更：%3。除非得到保留，否则它将在 %4 后自行撤销；在此之前，这里不能做其他更改。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>A plan waits for you: %1</source>
        <translation>有一个计划等待你处理：%1</translation>
    </message>
    <message>
        <source>A change is being made: %1</source>
        <translation>正在执行变更：%1</translation>
    </message>
    <message>
        <source>A change is open: %1 until it undoes itself (%2)</source>
        <translation>有一项变更待决定：%1 后自行撤销（%2）</translation>
    </message>
    <message>
        <source>A change is being kept: %1</source>
        <translation>正在保留变更：%1</translation>
    </message>
    <message>
        <source>A change is being undone: %1</source>
        <translation>正在撤销变更：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The server is undoing a change of %1: %2</source>
        <translation>服务器正在撤销 %1 的变更：%2</translation>
    </message>
    <message>
        <source>Nobody kept a change of %1 in time, so the server went back by itself: %2</source>
        <translation>%1 的变更没有及时得到保留，服务器已自行恢复：%2</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>知道了</translation>
    </message>
</context>
<context>
    <name>ctl</name>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>%1 (%2) is not known yet. Its key is %3
%4
Accept it? (yes, no, or the fingerprint) </source>
        <translation>还不认识 %1（%2）。它的密钥是 %3
%4
是否接受？（yes、no 或指纹） </translation>
    </message>
    <message>
        <source>The host key was not accepted</source>
        <translation>主机密钥未被接受</translation>
    </message>
    <message>
        <source>Password of %1: </source>
        <translation>%1 的密码： </translation>
    </message>
    <message>
        <source>Passphrase of %1: </source>
        <translation>%1 的密钥密码短语： </translation>
    </message>
    <message>
        <source>Password for %1 on %2: </source>
        <translation>%2 上 %1 的密码： </translation>
    </message>
    <message>
        <source>%1 asks: %2 </source>
        <translation>%1 询问：%2 </translation>
    </message>
    <message>
        <source>Use a key or an agent, or run this in a terminal.</source>
        <translation>请使用密钥或代理，或在终端中运行。</translation>
    </message>
    <message>
        <source>Choose a transport</source>
        <translation>选择传输方式</translation>
    </message>
    <message>
        <source>“%1” is none</source>
        <translation>“%1” 不是传输方式</translation>
    </message>
    <message>
        <source>Use automatic, libssh or openssh</source>
        <translation>请使用 automatic、libssh 或 openssh</translation>
    </message>
    <message>
        <source>Connecting to %1</source>
        <translation>正在连接 %1</translation>
    </message>
    <message>
        <source>Become root on %1</source>
        <translation>在 %1 上成为 root</translation>
    </message>
    <message>
        <source>Standard input is no terminal</source>
        <translation>标准输入不是终端</translation>
    </message>
    <message>
        <source>Leave --ask-root-password away, or run this in a terminal</source>
        <translation>请去掉 --ask-root-password，或在终端中运行</translation>
    </message>
    <message>
        <source>text (default) or json.</source>
        <translation>text（默认）或 json。</translation>
    </message>
    <message>
        <source>diff needs one TARGET, and --format text or json.</source>
        <translation>diff 需要一个 TARGET，以及 --format text 或 json。</translation>
    </message>
    <message>
        <source>diff needs the surveys that were kept on this computer.</source>
        <translation>diff 需要这台电脑上保留的采集记录。</translation>
    </message>
    <message>
        <source>There was no earlier survey; this one is kept to compare with.</source>
        <translation>没有更早的采集；本次采集已保留，供以后比较。</translation>
    </message>
    <message>
        <source>Changes since %1: %2</source>
        <translation>自 %1 以来的变化：%2</translation>
    </message>
    <message>
        <source>Surveys a server and says what changed since the last time.</source>
        <translation>对服务器进行采集，并说明自上次以来有何变化。</translation>
    </message>
    <message>
        <source>list takes no arguments.</source>
        <translation>list 不接受参数。</translation>
    </message>
    <message>
        <source>Lists the saved servers: name, target and group, by tabs.</source>
        <translation>列出已保存的服务器：名称、目标和分组，以制表符分隔。</translation>
    </message>
    <message>
        <source>Usage: gatewrightctl VERB [options]</source>
        <translation>用法：gatewrightctl VERB [选项]</translation>
    </message>
    <message>
        <source>Explains the options.</source>
        <translation>说明各选项。</translation>
    </message>
    <message>
        <source>A verb is needed.</source>
        <translation>需要一个子命令。</translation>
    </message>
    <message>
        <source>Unknown verb “%1”.</source>
        <translation>未知的子命令 “%1”。</translation>
    </message>
    <message>
        <source>text (default), json, sarif or html.</source>
        <translation>text（默认）、json、sarif 或 html。</translation>
    </message>
    <message>
        <source>Exit with 1 from this severity on: info, low, medium (default), high, critical.</source>
        <translation>从此级别起以 1 退出：info、low、medium（默认）、high、critical。</translation>
    </message>
    <message>
        <source>Review a folder laid out like a server&apos;s root; no TARGET then.</source>
        <translation>审查布局与服务器根目录相同的文件夹；此时不要给出 TARGET。</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>审查</translation>
    </message>
    <message>
        <source>See gatewrightctl review --help</source>
        <translation>参见 gatewrightctl review --help</translation>
    </message>
    <message>
        <source>There is no folder %1</source>
        <translation>没有文件夹 %1</translation>
    </message>
    <message>
        <source>--root and a TARGET exclude each other</source>
        <translation>--root 与 TARGET 不能同时使用</translation>
    </message>
    <message>
        <source>One TARGET is needed</source>
        <translation>需要一个 TARGET</translation>
    </message>
    <message>
        <source>“%1” is no format</source>
        <translation>“%1” 不是输出格式</translation>
    </message>
    <message>
        <source>“%1” is no severity</source>
        <translation>“%1” 不是级别</translation>
    </message>
    <message>
        <source>Says what is wrong with a server, and why.</source>
        <translation>说明服务器有什么问题，以及为什么。</translation>
    </message>
    <message>
        <source>Nothing will be kept: %1</source>
        <translation>不会保留任何内容：%1</translation>
    </message>
    <message>
        <source>Log in with this private key.</source>
        <translation>用此私钥登录。</translation>
    </message>
    <message>
        <source>Read this file instead of ~/.ssh/config.</source>
        <translation>读取此文件，而不是 ~/.ssh/config。</translation>
    </message>
    <message>
        <source>automatic (default), libssh or openssh.</source>
        <translation>automatic（默认）、libssh 或 openssh。</translation>
    </message>
    <message>
        <source>Accept an unknown host key with this fingerprint (SHA256:…).</source>
        <translation>接受具有此指纹（SHA256:…）的未知主机密钥。</translation>
    </message>
    <message>
        <source>Ask for the password of sudo or doas, to see what needs root.</source>
        <translation>询问 sudo 或 doas 的密码，以查看需要 root 权限的内容。</translation>
    </message>
    <message>
        <source>Neither read nor keep anything on this computer.</source>
        <translation>既不读取也不保留这台电脑上的任何内容。</translation>
    </message>
    <message>
        <source>Surveying %1: %2 of %3</source>
        <translation>正在采集 %1：%2 / %3</translation>
    </message>
    <message>
        <source>The survey was not kept: %1</source>
        <translation>采集记录未能保留：%1</translation>
    </message>
    <message>
        <source>Not everything could be seen without root. Use --ask-root-password.</source>
        <translation>没有 root 权限，无法看到全部内容。请使用 --ask-root-password。</translation>
    </message>
    <message>
        <source>Not everything could be seen without root.</source>
        <translation>没有 root 权限，无法看到全部内容。</translation>
    </message>
    <message>
        <source>json (the only one).</source>
        <translation>json（唯一的格式）。</translation>
    </message>
    <message>
        <source>survey prints --format json only.</source>
        <translation>survey 只输出 --format json。</translation>
    </message>
    <message>
        <source>survey needs one TARGET.</source>
        <translation>survey 需要一个 TARGET。</translation>
    </message>
    <message>
        <source>Asks a server everything and prints the facts.</source>
        <translation>向服务器采集全部信息，并输出事实。</translation>
    </message>
    <message>
        <source>The result could not be written to standard output.</source>
        <translation>无法将结果写入标准输出。</translation>
    </message>
    <message>
        <source>If it is the right one, use --accept-host-key %1</source>
        <translation>如果无误，请使用 --accept-host-key %1</translation>
    </message>
    <message>
        <source>ssh says: %1</source>
        <translation>ssh 提示：%1</translation>
    </message>
    <message>
        <source>%1: Neither sudo nor doas would take a password from this user. Going on without root.</source>
        <translation>%1：sudo 和 doas 都不会接受此用户的密码。将不以 root 身份继续。</translation>
    </message>
    <message>
        <source>There is nothing to review under %1: no etc/ssh/sshd_config, etc/nginx/nginx.conf, etc/passwd, …</source>
        <translation>%1 下没有可审查的内容：没有 etc/ssh/sshd_config、etc/nginx/nginx.conf、etc/passwd 等文件</translation>
    </message>
    <message>
        <source>Surveyed without root. %1</source>
        <translation>未以 root 身份采集。%1</translation>
    </message>
    <message>
        <source>Read the plan %1</source>
        <translation>读取计划 %1</translation>
    </message>
    <message>
        <source>It is no plan</source>
        <translation>它不是计划</translation>
    </message>
    <message>
        <source>Plans are written by gatewrightctl fix --export json</source>
        <translation>计划由 gatewrightctl fix --export json 写出</translation>
    </message>
    <message>
        <source>Change a server</source>
        <translation>更改服务器</translation>
    </message>
    <message>
        <source>Keeping a copy of every file</source>
        <translation>正在保留每个文件的副本</translation>
    </message>
    <message>
        <source>Checking the new files before they are in force</source>
        <translation>正在新文件生效之前进行检查</translation>
    </message>
    <message>
        <source>Arming the way back</source>
        <translation>正在启用退路</translation>
    </message>
    <message>
        <source>Keep? [keep/undo/more] (undoes itself in %1 s) </source>
        <translation>是否保留？[keep/undo/more]（%1 秒后自行撤销） </translation>
    </message>
    <message>
        <source>The way back does not survive this: %1</source>
        <translation>退路在以下情况下会失效：%1</translation>
    </message>
    <message>
        <source>It is in force and undoes itself at %1. To keep it: gatewrightctl keep %2</source>
        <translation>变更已生效，并将在 %1 自行撤销。如要保留：gatewrightctl keep %2</translation>
    </message>
    <message>
        <source>Change %1: %2. %3</source>
        <translation>变更 %1：%2。%3</translation>
    </message>
    <message>
        <source>Apply this? [yes/no] </source>
        <translation>是否应用？[yes/no] </translation>
    </message>
    <message>
        <source>Print what would be done, and do nothing.</source>
        <translation>输出将要执行的操作，不做任何更改。</translation>
    </message>
    <message>
        <source>Write the plan as json, sh, md or ansible, and do nothing.</source>
        <translation>将计划写为 json、sh、md 或 ansible，不做任何更改。</translation>
    </message>
    <message>
        <source>With --export: into this file or folder.</source>
        <translation>与 --export 一起使用：写入此文件或文件夹。</translation>
    </message>
    <message>
        <source>Apply without asking. Whether to keep it is still asked.</source>
        <translation>应用时不询问。是否保留仍会询问。</translation>
    </message>
    <message>
        <source>Keep it without asking when every proof from outside has held.</source>
        <translation>如果每项外部证明都成立，不询问即保留。</translation>
    </message>
    <message>
        <source>Use text or json</source>
        <translation>请使用 text 或 json</translation>
    </message>
    <message>
        <source>A playbook is a folder</source>
        <translation>playbook 是一个文件夹</translation>
    </message>
    <message>
        <source>Name it with --output</source>
        <translation>请用 --output 指定名称</translation>
    </message>
    <message>
        <source>--output says where, but nothing is exported</source>
        <translation>--output 指定了位置，但没有要导出的内容</translation>
    </message>
    <message>
        <source>Add --export json, sh, md or ansible</source>
        <translation>请加上 --export json、sh、md 或 ansible</translation>
    </message>
    <message>
        <source>Standard input is no terminal: nobody can say yes</source>
        <translation>标准输入不是终端：没有人能回答 yes</translation>
    </message>
    <message>
        <source>Use --dry-run, or --yes, or run this in a terminal</source>
        <translation>请使用 --dry-run 或 --yes，或在终端中运行</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>更改 %1</translation>
    </message>
    <message>
        <source>The journal on this computer cannot be written</source>
        <translation>无法写入这台电脑上的变更日志</translation>
    </message>
    <message>
        <source>Mend that, or use --no-store to go without a journal</source>
        <translation>请修复此问题，或使用 --no-store，不记变更日志</translation>
    </message>
    <message>
        <source>, change %1</source>
        <translation>，变更 %1</translation>
    </message>
    <message>
        <source>There is nothing to do: everything is as wished already.</source>
        <translation>无需更改：一切已符合要求。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>没有更改任何内容。</translation>
    </message>
    <message>
        <source>List all rules, by tabs, and do nothing.</source>
        <translation>列出所有规则，以制表符分隔，不做任何更改。</translation>
    </message>
    <message>
        <source>The same on this server, too; may be repeated. TARGET is changed first, as the canary, then a quarter, then the rest; the first that is not kept ends it.</source>
        <translation>在这台服务器上也同样执行；可重复使用。先更改作为先行服务器的 TARGET，再更改四分之一，然后是其余的；一旦有服务器未保留变更，即告结束。</translation>
    </message>
    <message>
        <source>Fix findings</source>
        <translation>修复问题</translation>
    </message>
    <message>
        <source>See gatewrightctl fix --help, and gatewrightctl review for the rules</source>
        <translation>参见 gatewrightctl fix --help；规则参见 gatewrightctl review</translation>
    </message>
    <message>
        <source>“%1” is no rule and no topic</source>
        <translation>“%1” 既不是规则，也不是主题</translation>
    </message>
    <message>
        <source>No remedy for %1: %2</source>
        <translation>%1 没有可用的修复：%2</translation>
    </message>
    <message>
        <source>Nothing to do</source>
        <translation>无需更改</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>未轮到</translation>
    </message>
    <message>
        <source>Apply this to %1 servers, %2 first? [yes/no] </source>
        <translation>是否应用到 %1 台服务器，先从 %2 开始？[yes/no] </translation>
    </message>
    <message>
        <source>%1 is named twice</source>
        <translation>%1 重复指定</translation>
    </message>
    <message>
        <source>A TARGET and a RULE are needed</source>
        <translation>需要一个 TARGET 和一个 RULE</translation>
    </message>
    <message>
        <source>--export writes the plan of one server</source>
        <translation>--export 只写出一台服务器的计划</translation>
    </message>
    <message>
        <source>Mends findings, with a way back.</source>
        <translation>修复问题，并备有退路。</translation>
    </message>
    <message>
        <source>One change with its files, steps and proofs.</source>
        <translation>一项变更及其文件、步骤和证明。</translation>
    </message>
    <message>
        <source>Verify that nothing in the journal was changed since.</source>
        <translation>校验变更日志的内容此后是否未被改动。</translation>
    </message>
    <message>
        <source>%1 entries, unbroken. Hash of the last one: %2
</source>
        <translation>%1 条，连续完整。最后一条的哈希：%2
</translation>
    </message>
    <message>
        <source>Entry %1 is not as it was written: %2
</source>
        <translation>第 %1 条与写入时不符：%2
</translation>
    </message>
    <message>
        <source>Lists what was changed, newest first.</source>
        <translation>列出所做的变更，最新的在前。</translation>
    </message>
    <message>
        <source>keep needs the ID of a change, and its TARGET where the journal of this computer does not know it.</source>
        <translation>keep 需要变更的 ID；如果这台电脑的变更日志中没有该变更，还需要它的 TARGET。</translation>
    </message>
    <message>
        <source>Makes a change last that is in force.</source>
        <translation>保留已生效的变更。</translation>
    </message>
    <message>
        <source>TARGET is a saved server&apos;s name, user@host[:port], an alias of ssh_config, or local.
gatewrightctl VERB --help explains the options of a verb.
Exit codes: 0 fine, 1 findings at or above the bar or a change that was not kept, 2 could not do it.</source>
        <translation>TARGET 是已保存服务器的名称、user@host[:port]、ssh_config 中的别名，或 local。
gatewrightctl VERB --help 说明子命令的选项。
退出码：0 正常；1 有达到或超过限定级别的问题，或有未保留的变更；2 无法完成。</translation>
    </message>
    <message>
        <source>Find the change %1</source>
        <translation>查找变更 %1</translation>
    </message>
    <message>
        <source>The journal of this computer does not know it</source>
        <translation>这台电脑的变更日志中没有它</translation>
    </message>
    <message>
        <source>Name the TARGET too</source>
        <translation>请同时指定 TARGET</translation>
    </message>
    <message>
        <source>It is over: %1</source>
        <translation>它已结束：%1</translation>
    </message>
    <message>
        <source>%1 has no such change</source>
        <translation>%1 没有这项变更</translation>
    </message>
    <message>
        <source>It may have returned already</source>
        <translation>它可能已经恢复</translation>
    </message>
    <message>
        <source>Export a plan</source>
        <translation>导出计划</translation>
    </message>
    <message>
        <source>Use json, sh, md or ansible</source>
        <translation>请使用 json、sh、md 或 ansible</translation>
    </message>
    <message>
        <source>%1: its content is secret and not shown
</source>
        <translation>%1：内容为机密，不予显示
</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>not run</source>
        <translation>未执行</translation>
    </message>
    <message>
        <source>%1 on %2
</source>
        <translation>%2：%1
</translation>
    </message>
    <message>
        <source>Warning: %1
</source>
        <translation>警告：%1
</translation>
    </message>
    <message>
        <source>Steps, in this order:</source>
        <translation>步骤，按此顺序：</translation>
    </message>
    <message>
        <source>Before it is kept, from this computer:</source>
        <translation>保留之前，从这台电脑证明：</translation>
    </message>
    <message>
        <source>Restarts, away for a moment: %1</source>
        <translation>重启，短暂不可用：%1</translation>
    </message>
    <message>
        <source>Reloads: %1</source>
        <translation>重新加载：%1</translation>
    </message>
    <message>
        <source>Without a way back: %1</source>
        <translation>没有退路：%1</translation>
    </message>
    <message>
        <source>The way back: the server itself returns after %1 s unless somebody confirms, also when this computer or the network is gone.</source>
        <translation>退路：除非有人确认，否则服务器会在 %1 秒后自行恢复，即使这台电脑或网络已断开。</translation>
    </message>
    <message>
        <source>%1: %2
</source>
        <translation>%1：%2
</translation>
    </message>
    <message>
        <source>%1, by %2, %3
</source>
        <translation>%1，由 %2 执行，%3
</translation>
    </message>
    <message>
        <source>Steps:</source>
        <translation>步骤：</translation>
    </message>
    <message>
        <source>Proofs:</source>
        <translation>证明：</translation>
    </message>
    <message>
        <source>Find the server of change %1</source>
        <translation>查找变更 %1 的服务器</translation>
    </message>
    <message>
        <source>%1 is no saved server any more</source>
        <translation>%1 已不在保存的服务器中</translation>
    </message>
    <message>
        <source>A setting of sshd: PermitRootLogin=no; nothing after the = takes ours back. May be repeated, like all of these.</source>
        <translation>sshd 的一项设置：PermitRootLogin=no；= 之后留空则撤回我们的设置。可重复使用，这些选项均如此。</translation>
    </message>
    <message>
        <source>Let sshd listen on this port too, through the firewall.</source>
        <translation>让 sshd 也监听此端口，并在防火墙中放行。</translation>
    </message>
    <message>
        <source>Let go of this port, once a login on another one has been kept.</source>
        <translation>在另一端口的登录已保留之后，停用此端口。</translation>
    </message>
    <message>
        <source>Let the user log in with the public key in this file.</source>
        <translation>允许该用户用此文件中的公钥登录。</translation>
    </message>
    <message>
        <source>Remove a key of the user by its fingerprint.</source>
        <translation>按指纹移除该用户的一个密钥。</translation>
    </message>
    <message>
        <source>Mend what the review finds, but for what costs somebody a way of working.</source>
        <translation>修复审查发现的问题，会妨碍他人现有工作方式的除外。</translation>
    </message>
    <message>
        <source>Change the settings of SSH</source>
        <translation>更改 SSH 的设置</translation>
    </message>
    <message>
        <source>See gatewrightctl ssh --help</source>
        <translation>参见 gatewrightctl ssh --help</translation>
    </message>
    <message>
        <source>“%1” has no = in it</source>
        <translation>“%1” 中没有 =</translation>
    </message>
    <message>
        <source>“%1” is no port</source>
        <translation>“%1” 不是端口</translation>
    </message>
    <message>
        <source>%1 is the private half of a key: give the file ending in .pub</source>
        <translation>%1 是私钥：请提供以 .pub 结尾的文件</translation>
    </message>
    <message>
        <source>%1 is not one public key</source>
        <translation>%1 不是单个公钥</translation>
    </message>
    <message>
        <source>Nothing is to be changed</source>
        <translation>没有要更改的内容</translation>
    </message>
    <message>
        <source>Changes settings, ports and keys of SSH.</source>
        <translation>更改 SSH 的设置、端口和密钥。</translation>
    </message>
    <message>
        <source>Of a kept change: take back this file and nothing else; may be repeated.</source>
        <translation>对于已保留的变更：只撤销此文件，不涉及其他；可重复使用。</translation>
    </message>
    <message>
        <source>undo needs the ID or the number of a change (gatewrightctl history), and its TARGET where the journal does not know it.</source>
        <translation>undo 需要变更的 ID 或编号（gatewrightctl history）；如果变更日志中没有该变更，还需要它的 TARGET。</translation>
    </message>
    <message>
        <source>Takes a change back, also a past one.</source>
        <translation>撤销一项变更，过去的也可以。</translation>
    </message>
    <message>
        <source>%1 has a change open there: %2</source>
        <translation>%1 在那里有一项待决定的变更：%2</translation>
    </message>
    <message>
        <source>Use gatewrightctl keep %1, or undo, or wait until it returns at %2</source>
        <translation>请使用 gatewrightctl keep %1 或 undo，或等待它在 %2 自行恢复</translation>
    </message>
    <message>
        <source>From now on keep the journal as a git repository in this folder, too; none: no more.</source>
        <translation>从现在起也将变更日志作为 git 仓库保存在此文件夹中；none：不再保存。</translation>
    </message>
    <message>
        <source>history takes one TARGET at most, --show NUMBER, --check, --mirror FOLDER, and --format text or json.</source>
        <translation>history 最多接受一个 TARGET、--show NUMBER、--check、--mirror FOLDER，以及 --format text 或 json。</translation>
    </message>
    <message>
        <source>apply needs a PLAN.json, or several, and one TARGET.</source>
        <translation>apply 需要一个或多个 PLAN.json，以及一个 TARGET。</translation>
    </message>
    <message>
        <source>Applies plans from files, as one change.</source>
        <translation>把文件中的计划合为一项变更来应用。</translation>
    </message>
    <message>
        <source>Mode %1, owner %2, group %3</source>
        <translation>权限模式 %1，所有者 %2，组 %3</translation>
    </message>
    <message>
        <source>Taken back by: $ %1</source>
        <translation>撤销命令：$ %1</translation>
    </message>
    <message>
        <source>Files it may change, which are put back: %1</source>
        <translation>它可能更改的文件（会被恢复）：%1</translation>
    </message>
    <message>
        <source>The rules of the firewall are put back too.</source>
        <translation>防火墙规则也会恢复。</translation>
    </message>
    <message>
        <source>%1, changed by somebody else since the plan was made:</source>
        <translation>%1，制定计划之后被他人更改：</translation>
    </message>
    <message>
        <source>What the plan changes in it:</source>
        <translation>计划对它的更改：</translation>
    </message>
    <message>
        <source>Show how %1 is taken back</source>
        <translation>显示如何撤销 %1</translation>
    </message>
    <message>
        <source>There is no plan for it: it is not kept, and the server itself takes it back</source>
        <translation>它没有撤销计划：它尚未保留，服务器会自行撤销它</translation>
    </message>
    <message>
        <source>Leave --dry-run and --export out to undo it now</source>
        <translation>若要立即撤销，请去掉 --dry-run 和 --export</translation>
    </message>
    <message>
        <source>Trace a request through nginx</source>
        <translation>追踪请求在 nginx 中的路径</translation>
    </message>
    <message>
        <source>“%1” is no URL</source>
        <translation>“%1” 不是有效的 URL</translation>
    </message>
    <message>
        <source>Name one like https://example.com/path</source>
        <translation>请给出形如 https://example.com/path 的 URL</translation>
    </message>
    <message>
        <source>This file alone; do not follow its includes.</source>
        <translation>仅此文件；不跟随其 include。</translation>
    </message>
    <message>
        <source>What this version of nginx, such as 1.22.1, would say (check).</source>
        <translation>该版本的 nginx（例如 1.22.1）会作何判断（check）。</translation>
    </message>
    <message>
        <source>text (default) or json (check, route).</source>
        <translation>text（默认）或 json（check、route）。</translation>
    </message>
    <message>
        <source>Also say columns and bytes (dump), not only lines.</source>
        <translation>除行号外还给出列号和字节位置（dump）。</translation>
    </message>
    <message>
        <source>One level of indentation (format): so many blanks, or tab.</source>
        <translation>每级缩进（format）：空格数，或 tab。</translation>
    </message>
    <message>
        <source>Only these lines (format).</source>
        <translation>仅这些行（format）。</translation>
    </message>
    <message>
        <source>Read a configuration of nginx</source>
        <translation>读取 nginx 配置</translation>
    </message>
    <message>
        <source>See gatewrightctl nginx --help</source>
        <translation>参见 gatewrightctl nginx --help</translation>
    </message>
    <message>
        <source>“%1” is no width</source>
        <translation>“%1” 不是有效的宽度</translation>
    </message>
    <message>
        <source>“%1” are no lines</source>
        <translation>“%1” 不是有效的行范围</translation>
    </message>
    <message>
        <source>“%1” is no version</source>
        <translation>“%1” 不是有效的版本</translation>
    </message>
    <message>
        <source>One FILE and one URL are needed</source>
        <translation>需要一个 FILE 和一个 URL</translation>
    </message>
    <message>
        <source>One FILE is needed</source>
        <translation>需要一个 FILE</translation>
    </message>
    <message>
        <source>dump, print, format, check or route comes first</source>
        <translation>首先须给出 dump、print、format、check 或 route</translation>
    </message>
    <message>
        <source>Reads a configuration of nginx without any server; - is standard input.</source>
        <translation>读取 nginx 配置，无需服务器；- 表示标准输入。</translation>
    </message>
    <message>
        <source>Read %1</source>
        <translation>读取 %1</translation>
    </message>
    <message>
        <source>Where the service answers on the server: 127.0.0.1:7860, unix:/run/app.sock; with --kind static a folder.</source>
        <translation>服务在服务器上的应答位置：127.0.0.1:7860、unix:/run/app.sock；使用 --kind static 时为文件夹。</translation>
    </message>
    <message>
        <source>openai, webui, jupyter, comfyui, ollama, open-webui, other or static; what the survey recognises need not be said.</source>
        <translation>openai、webui、jupyter、comfyui、ollama、open-webui、other 或 static；采集时能识别的无需指定。</translation>
    </message>
    <message>
        <source>By what name it is called; may be repeated.</source>
        <translation>访问时使用的名称；可重复使用。</translation>
    </message>
    <message>
        <source>Where on the site it appears; /.</source>
        <translation>在站点中的路径；默认为 /。</translation>
    </message>
    <message>
        <source>The chain, a file on the server.</source>
        <translation>证书链，服务器上的文件。</translation>
    </message>
    <message>
        <source>Its private key, a file on the server.</source>
        <translation>其私钥，服务器上的文件。</translation>
    </message>
    <message>
        <source>Make a certificate that nobody vouches for.</source>
        <translation>生成一张无人担保的证书。</translation>
    </message>
    <message>
        <source>May enter with a password, which is asked for; it can also come as one line of standard input for each user. May be repeated.</source>
        <translation>可凭密码进入的用户，密码会另行询问；也可从标准输入读取，每个用户一行。可重复使用。</translation>
    </message>
    <message>
        <source>May enter from this address or network; may be repeated.</source>
        <translation>可从此地址或网段进入；可重复使用。</translation>
    </message>
    <message>
        <source>With both: any lets in whoever has one, all (default) needs both.</source>
        <translation>两者都设置时：any 表示满足其一即可进入，all（默认）表示两者都须满足。</translation>
    </message>
    <message>
        <source>Whose scripts may call it (CORS); may be repeated.</source>
        <translation>允许哪些来源的脚本调用（CORS）；可重复使用。</translation>
    </message>
    <message>
        <source>Requests of one address in a second; 0: as many as it likes.</source>
        <translation>每个地址每秒的请求数；0 表示不限。</translation>
    </message>
    <message>
        <source>The largest request, in megabytes.</source>
        <translation>请求大小上限，单位为 MB。</translation>
    </message>
    <message>
        <source>The longest silence of the service, in seconds.</source>
        <translation>服务的最长无响应时间，单位为秒。</translation>
    </message>
    <message>
        <source>Answer /gatewright-health.</source>
        <translation>应答 /gatewright-health。</translation>
    </message>
    <message>
        <source>Show numbers of connections at 127.0.0.1:8089/nginx_status.</source>
        <translation>在 127.0.0.1:8089/nginx_status 显示连接数。</translation>
    </message>
    <message>
        <source>Leave the naked port of the service as it is.</source>
        <translation>保持服务直接暴露的端口不变。</translation>
    </message>
    <message>
        <source>Instead of 80.</source>
        <translation>代替 80。</translation>
    </message>
    <message>
        <source>Instead of 443.</source>
        <translation>代替 443。</translation>
    </message>
    <message>
        <source>Do it; without this the plan is printed.</source>
        <translation>执行计划；不加此选项则只输出计划。</translation>
    </message>
    <message>
        <source>Publish a service</source>
        <translation>发布服务</translation>
    </message>
    <message>
        <source>See gatewrightctl publish --help</source>
        <translation>参见 gatewrightctl publish --help</translation>
    </message>
    <message>
        <source>--%1: “%2” is no number from 0 to %3</source>
        <translation>--%1：“%2” 不是 0 到 %3 之间的数字</translation>
    </message>
    <message>
        <source>Password for %1: </source>
        <translation>%1 的密码： </translation>
    </message>
    <message>
        <source>No password was given</source>
        <translation>未提供密码</translation>
    </message>
    <message>
        <source>Standard input cannot be read</source>
        <translation>无法读取标准输入</translation>
    </message>
    <message>
        <source>Standard input holds no password for %1</source>
        <translation>标准输入中没有 %1 的密码</translation>
    </message>
    <message>
        <source>--self-signed and --certificate exclude each other</source>
        <translation>--self-signed 与 --certificate 不能同时使用</translation>
    </message>
    <message>
        <source>--certificate needs --key, and the other way round</source>
        <translation>--certificate 与 --key 必须同时使用</translation>
    </message>
    <message>
        <source>“%1” is no kind</source>
        <translation>“%1” 不是有效的类型</translation>
    </message>
    <message>
        <source>--satisfy is any or all</source>
        <translation>--satisfy 只能是 any 或 all</translation>
    </message>
    <message>
        <source>--%1 is needed</source>
        <translation>需要 --%1</translation>
    </message>
    <message>
        <source>Lets others reach a service through nginx, behind a door.</source>
        <translation>让他人通过 nginx 访问服务，并控制谁可以进入。</translation>
    </message>
    <message>
        <source>“%1” is no profile</source>
        <translation>“%1” 不是有效的配置档</translation>
    </message>
    <message>
        <source>There are recommended, strict and cis</source>
        <translation>可用的有 recommended、strict 和 cis</translation>
    </message>
    <message>
        <source>gatewrightctl fix --rules lists them</source>
        <translation>gatewrightctl fix --rules 会列出它们</translation>
    </message>
    <message>
        <source>“%1” is no option of a rule</source>
        <translation>“%1” 不是规则的选项</translation>
    </message>
    <message>
        <source>Write RULE.key=value</source>
        <translation>请写成 RULE.key=value</translation>
    </message>
    <message>
        <source>%1 has %2</source>
        <translation>%1 有 %2</translation>
    </message>
    <message>
        <source>Whose demands: recommended (default), strict (also what is a matter of taste) or cis (the CIS benchmark).</source>
        <translation>按谁的要求：recommended（默认）、strict（也包括见仁见智的项目）或 cis（CIS 基准）。</translation>
    </message>
    <message>
        <source>Only these rules, whatever the profile, and topics; may be repeated.</source>
        <translation>不论配置档，仅这些规则和主题；可重复使用。</translation>
    </message>
    <message>
        <source>Sets something for one rule; may be repeated.</source>
        <translation>为某条规则设置选项；可重复使用。</translation>
    </message>
    <message>
        <source>Review this configuration of nginx; no TARGET then.</source>
        <translation>审查此 nginx 配置；此时不需要 TARGET。</translation>
    </message>
    <message>
        <source>That file alone; do not follow its includes.</source>
        <translation>仅该文件；不跟随其 include。</translation>
    </message>
    <message>
        <source>As this version of nginx, such as 1.22.1, reads it.</source>
        <translation>按该版本的 nginx（例如 1.22.1）读取。</translation>
    </message>
    <message>
        <source>--nginx excludes --root and a TARGET</source>
        <translation>--nginx 不能与 --root 或 TARGET 同时使用</translation>
    </message>
    <message>
        <source>--no-includes and --nginx-version belong to --nginx</source>
        <translation>--no-includes 和 --nginx-version 只能与 --nginx 一起使用</translation>
    </message>
    <message>
        <source>Also start the service again at 127.0.0.1, where its command line can say so.</source>
        <translation>同时让服务改在 127.0.0.1 上重新启动（若其命令行可以指定）。</translation>
    </message>
    <message>
        <source>Also switch on a firewall that lets in ssh and the site alone, where none is at work.</source>
        <translation>若没有防火墙在工作，同时开启一个只放行 ssh 和该站点的防火墙。</translation>
    </message>
    <message>
        <source>Others in the password file of the site may not enter any more.</source>
        <translation>站点密码文件中的其他人不再能进入。</translation>
    </message>
</context>
<context>
    <name>exposure</name>
    <message>
        <source>ufw is switched off; other rules of the firewall: %1</source>
        <comment>%1 is why they could not be read: “needs root”</comment>
        <translation>ufw 已关闭；防火墙的其他规则：%1</translation>
    </message>
    <message>
        <source>ufw is switched on; its rules: %1</source>
        <translation>ufw 已启用；其规则：%1</translation>
    </message>
    <message>
        <source>ufw is switched on and lets in what no rule denies; its rules: %1</source>
        <translation>ufw 已启用，没有规则拒绝的连接都会放行；其规则：%1</translation>
    </message>
    <message>
        <source>ufw is switched on and stops what no rule allows; its rules: %1</source>
        <translation>ufw 已启用，没有规则允许的连接都会被拦下；其规则：%1</translation>
    </message>
    <message>
        <source>bound to this machine only</source>
        <translation>仅绑定在本机</translation>
    </message>
</context>
<context>
    <name>firewall</name>
    <message>
        <source>ufw is inactive</source>
        <translation>ufw 未启用</translation>
    </message>
    <message>
        <source>firewalld does not run</source>
        <translation>firewalld 未运行</translation>
    </message>
    <message>
        <source>no firewall is installed</source>
        <translation>未安装防火墙</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a sentence</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>the container engine publishes it past ufw</source>
        <translation>容器引擎绕过 ufw 发布了该端口</translation>
    </message>
    <message>
        <source>the container engine publishes it past firewalld</source>
        <translation>容器引擎绕过 firewalld 发布了该端口</translation>
    </message>
    <message>
        <source>the container engine publishes it past the rules for incoming packets</source>
        <translation>容器引擎绕过入站规则发布了该端口</translation>
    </message>
    <message>
        <source>it depends on the firewalld rule “%1”</source>
        <translation>取决于 firewalld 规则 “%1”</translation>
    </message>
    <message>
        <source>a rich rule of firewalld denies %1</source>
        <translation>firewalld 的 rich rule 拒绝 %1</translation>
    </message>
    <message>
        <source>a rich rule of firewalld allows %1</source>
        <translation>firewalld 的 rich rule 允许 %1</translation>
    </message>
    <message>
        <source>firewalld opens %1 in the zone %2</source>
        <translation>firewalld 在区域 %2 中开放 %1</translation>
    </message>
    <message>
        <source>firewalld opens the service %1 in the zone %2</source>
        <translation>firewalld 在区域 %2 中开放服务 %1</translation>
    </message>
    <message>
        <source>the firewalld zone %1 accepts everything</source>
        <translation>firewalld 区域 %1 接受一切</translation>
    </message>
    <message>
        <source>which ports the firewalld service %1 opens is not known</source>
        <translation>不知道 firewalld 服务 %1 开放哪些端口</translation>
    </message>
    <message>
        <source>firewalld does not open %1 in the zone %2</source>
        <translation>firewalld 未在区域 %2 中开放 %1</translation>
    </message>
    <message>
        <source>no active zone of firewalld was found</source>
        <translation>未发现 firewalld 的活动区域</translation>
    </message>
    <message>
        <source>%1 drops what no rule accepts</source>
        <translation>%1 丢弃规则未接受的一切</translation>
    </message>
    <message>
        <source>%1 drops %2: “%3”</source>
        <translation>%1 丢弃 %2：“%3”</translation>
    </message>
    <message>
        <source>no rule of a firewall stops it</source>
        <translation>没有防火墙规则阻止它</translation>
    </message>
    <message>
        <source>%1 accepts %2: “%3”</source>
        <translation>%1 接受 %2：“%3”</translation>
    </message>
    <message>
        <source>it depends on the rule “%1” of %2</source>
        <translation>取决于 %2 的规则 “%1”</translation>
    </message>
    <message>
        <source>the rules of the firewall could not be read: %1</source>
        <translation>无法读取防火墙规则：%1</translation>
    </message>
    <message>
        <source>it depends on the ufw rule “%1”</source>
        <translation>取决于 ufw 规则 “%1”</translation>
    </message>
    <message>
        <source>ufw allows %1 from anywhere</source>
        <translation>ufw 允许来自任何地址的 %1</translation>
    </message>
    <message>
        <source>ufw denies %1</source>
        <translation>ufw 拒绝 %1</translation>
    </message>
    <message>
        <source>ufw has no rule that allows %1</source>
        <translation>ufw 没有允许 %1 的规则</translation>
    </message>
    <message>
        <source>ufw allows everything that no rule denies</source>
        <translation>ufw 允许规则未拒绝的一切</translation>
    </message>
</context>
<context>
    <name>format</name>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>%1 秒前</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>%1 分钟前</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>%1 小时前</translation>
    </message>
    <message>
        <source>1 day ago</source>
        <translation>1 天前</translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <translation>%1 天前</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>%1 hours</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>d MMM, hh:mm</source>
        <translation>M月d日 hh:mm</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 天</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>Trying again in %1 s</source>
        <translation>%1 秒后重试</translation>
    </message>
    <message>
        <source>Reconnecting, attempt %1</source>
        <translation>正在重新连接，第 %1 次</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>Waiting for your answer</source>
        <translation>等待你的回答</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>无法连接</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>ssh says: %1</source>
        <translation>ssh 提示：%1</translation>
    </message>
</context>
<context>
    <name>gw::AddKeyForm</name>
    <message>
        <source>%1 has this key already.</source>
        <translation>%1 已有此密钥。</translation>
    </message>
    <message>
        <source>Add a key</source>
        <translation>添加密钥</translation>
    </message>
    <message>
        <source>For the user</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Public key</source>
        <translation>公钥</translation>
    </message>
    <message>
        <source>From a file of this computer…</source>
        <translation>从这台电脑上的文件…</translation>
    </message>
    <message>
        <source>Plan it…</source>
        <translation>制定计划…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>gw::AddServerPage</name>
    <message>
        <source>&quot;%1&quot; is no address: it holds a space or begins with a dash.</source>
        <translation>“%1” 不是有效地址：其中有空格，或以短横线开头。</translation>
    </message>
    <message>
        <source>Choose a private key</source>
        <translation>选择私钥</translation>
    </message>
    <message>
        <source>%1 of %2 answers</source>
        <translation>%1 / %2 项应答</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Connect and sign in</source>
        <translation>连接并登录</translation>
    </message>
    <message>
        <source>Ask the server everything</source>
        <translation>向服务器采集全部信息</translation>
    </message>
    <message>
        <source>one round trip; nothing is installed or changed</source>
        <translation>一次往返；不安装、不更改任何东西</translation>
    </message>
    <message>
        <source>Review the answers</source>
        <translation>审查采集结果</translation>
    </message>
    <message>
        <source>1 finding</source>
        <translation>1 个问题</translation>
    </message>
    <message>
        <source>%1 findings</source>
        <translation>%1 个问题</translation>
    </message>
    <message>
        <source>what the world reaches, what is wrong and why</source>
        <translation>外界能访问什么，哪里有问题，为什么</translation>
    </message>
    <message>
        <source>Add server</source>
        <translation>添加服务器</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>编辑 %1</translation>
    </message>
    <message>
        <source>Connect now, save later. Nothing is installed on the server and nothing is changed.</source>
        <translation>先连接，以后再保存。不会在服务器上安装或更改任何东西。</translation>
    </message>
    <message>
        <source>What is kept about this server on this computer.</source>
        <translation>这台电脑上保存的该服务器的信息。</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>user@host, an alias of your ssh_config, or an address</source>
        <translation>user@host、ssh_config 中的别名，或地址</translation>
    </message>
    <message>
        <source>As you would write it after ssh.</source>
        <translation>写法与 ssh 命令后的参数相同。</translation>
    </message>
    <message>
        <source>As you would write it after ssh. Your ssh_config knows one host: it is offered while you type.</source>
        <translation>写法与 ssh 命令后的参数相同。ssh_config 中有一个主机，输入时会提示。</translation>
    </message>
    <message>
        <source>As you would write it after ssh. Your ssh_config knows %1 hosts: they are offered while you type.</source>
        <translation>写法与 ssh 命令后的参数相同。ssh_config 中有 %1 个主机，输入时会提示。</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Private key</source>
        <translation>私钥</translation>
    </message>
    <message>
        <source>as ssh would choose</source>
        <translation>与 ssh 的选择相同</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>传输方式</translation>
    </message>
    <message>
        <source>Chosen by itself</source>
        <translation>自动选择</translation>
    </message>
    <message>
        <source>Built in (libssh)</source>
        <translation>内置（libssh）</translation>
    </message>
    <message>
        <source>The system&apos;s ssh</source>
        <translation>系统的 ssh</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>进展</translation>
    </message>
    <message>
        <source>Keep this server</source>
        <translation>保留这台服务器</translation>
    </message>
    <message>
        <source>In the list</source>
        <translation>在列表中</translation>
    </message>
    <message>
        <source>Save server</source>
        <translation>保存服务器</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Open without saving</source>
        <translation>打开但不保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The address names port %1 and the port field says %2. Take one of them away.</source>
        <translation>地址中的端口是 %1，端口框中是 %2。请去掉其中一个。</translation>
    </message>
</context>
<context>
    <name>gw::AlgorithmRow</name>
    <message>
        <source>open</source>
        <translation>已展开</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已收起</translation>
    </message>
    <message>
        <source>Algorithms</source>
        <translation>算法</translation>
    </message>
    <message>
        <source>Modern: for clients of the last ten years. Compatible: all that is neither weak nor broken.</source>
        <translation>现代：适用于近十年的客户端。兼容：所有既不弱也未被攻破的算法。</translation>
    </message>
    <message>
        <source>was: %1</source>
        <translation>原值：%1</translation>
    </message>
    <message>
        <source>now: %1</source>
        <translation>当前：%1</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>goes: %1</source>
        <translation>移除：%1</translation>
    </message>
    <message>
        <source>comes: %1</source>
        <translation>新增：%1</translation>
    </message>
</context>
<context>
    <name>gw::ApplyPage</name>
    <message>
        <source>Undoing: %1</source>
        <translation>正在撤销：%1</translation>
    </message>
    <message>
        <source>Applied: %1</source>
        <translation>已应用：%1</translation>
    </message>
    <message>
        <source>Applying: %1</source>
        <translation>正在应用：%1</translation>
    </message>
    <message>
        <source>The way back could not restore everything. What is missing stands below; the copies of all files are still on the server.</source>
        <translation>退路未能恢复全部内容。缺失的部分列在下面；所有文件的副本仍在服务器上。</translation>
    </message>
    <message>
        <source>The way back of this server does not survive: %1</source>
        <translation>这台服务器的退路在以下情况下会失效：%1</translation>
    </message>
    <message>
        <source>; </source>
        <translation>； </translation>
    </message>
    <message>
        <source>What it said: %1</source>
        <translation>它的输出：%1</translation>
    </message>
    <message>
        <source>What the check said</source>
        <translation>检查的输出</translation>
    </message>
    <message>
        <source>Not restored</source>
        <translation>未恢复</translation>
    </message>
    <message>
        <source>What else happened</source>
        <translation>其他情况</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制为文本</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>What is done</source>
        <translation>已执行的操作</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
</context>
<context>
    <name>gw::ApplyPanel</name>
    <message>
        <source>The changes are kept</source>
        <translation>变更已保留</translation>
    </message>
    <message>
        <source>Nothing of the way back remains on the server.</source>
        <translation>退路已从服务器上完全移除。</translation>
    </message>
    <message>
        <source>The changes are undone</source>
        <translation>变更已撤销</translation>
    </message>
    <message>
        <source>The server is as it was before.</source>
        <translation>服务器已恢复到变更之前的状态。</translation>
    </message>
    <message>
        <source>The server went back by itself</source>
        <translation>服务器已自行恢复</translation>
    </message>
    <message>
        <source>Nobody confirmed in time. The server is as it was before.</source>
        <translation>没有人及时确认。服务器已恢复到变更之前的状态。</translation>
    </message>
    <message>
        <source>It failed, and everything returned</source>
        <translation>变更失败，一切已恢复</translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation>没有更改任何内容</translation>
    </message>
    <message>
        <source>It was stopped before the first change.</source>
        <translation>在第一项更改之前已停止。</translation>
    </message>
    <message>
        <source>Not everything could be restored</source>
        <translation>未能恢复全部内容</translation>
    </message>
    <message>
        <source>Look at this server before anything else is done to it.</source>
        <translation>在对这台服务器做其他操作之前，请先检查它。</translation>
    </message>
    <message>
        <source>It is not known how it ended</source>
        <translation>不知道结果如何</translation>
    </message>
    <message>
        <source>Nothing was proven from outside. Try it yourself before you keep it.</source>
        <translation>没有任何外部证明。请先亲自试一下，再决定是否保留。</translation>
    </message>
    <message>
        <source>Not proven: %1</source>
        <translation>未证明：%1</translation>
    </message>
    <message>
        <source>Nothing is changed yet</source>
        <translation>尚未更改任何内容</translation>
    </message>
    <message>
        <source>Files are compared with what the plan saw, copied, and the new ones are checked aside.</source>
        <translation>将文件与制定计划时的状态比较并保留副本，新文件单独检查。</translation>
    </message>
    <message>
        <source>The server is told how to undo everything by itself.</source>
        <translation>正在告知服务器如何自行撤销一切。</translation>
    </message>
    <message>
        <source>Changing</source>
        <translation>正在更改</translation>
    </message>
    <message>
        <source>Stopping leads back to the old state at any step.</source>
        <translation>在任何一步停止，都会恢复到原来的状态。</translation>
    </message>
    <message>
        <source>Proving it from outside</source>
        <translation>正在从外部证明</translation>
    </message>
    <message>
        <source>If a proof fails, everything returns at once.</source>
        <translation>如果有一项证明失败，一切立即恢复。</translation>
    </message>
    <message>
        <source>Keep these changes?</source>
        <translation>是否保留这些变更？</translation>
    </message>
    <message>
        <source>Keeping the changes</source>
        <translation>正在保留变更</translation>
    </message>
    <message>
        <source>The way back is taken off the server.</source>
        <translation>正在从服务器上移除退路。</translation>
    </message>
    <message>
        <source>Undoing</source>
        <translation>正在撤销</translation>
    </message>
    <message>
        <source>The old state returns.</source>
        <translation>正在恢复原来的状态。</translation>
    </message>
    <message>
        <source>The time is over</source>
        <translation>时间已到</translation>
    </message>
    <message>
        <source>The server undoes everything by itself now.</source>
        <translation>服务器正在自行撤销一切。</translation>
    </message>
    <message>
        <source>If this computer loses the connection or is switched off, the server undoes the changes on its own.</source>
        <translation>如果这台电脑断开连接或关机，服务器会自行撤销这些变更。</translation>
    </message>
    <message>
        <source>Try to undo again</source>
        <translation>重新尝试撤销</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop and undo</source>
        <translation>停止并撤销</translation>
    </message>
    <message>
        <source>Undo now</source>
        <translation>立即撤销</translation>
    </message>
    <message>
        <source>Show #%1 in History</source>
        <translation>在“历史记录”中显示 #%1</translation>
    </message>
    <message>
        <source>%1 has a change open on this server since %2. One change at a time: wait for it, or ask.</source>
        <translation>自 %2 起，%1 在这台服务器上有一项待决定的变更。一次只能进行一项变更：请等待，或询问对方。</translation>
    </message>
    <message>
        <source>Keep changes</source>
        <translation>保留变更</translation>
    </message>
    <message>
        <source>Makes the changes last; the server forgets the way back</source>
        <translation>使变更长期有效；服务器不再保留退路</translation>
    </message>
    <message>
        <source>Leads back to the state before</source>
        <translation>恢复到变更之前的状态</translation>
    </message>
    <message>
        <source>More time</source>
        <translation>延长时间</translation>
    </message>
    <message>
        <source>Starts the countdown anew</source>
        <translation>重新开始倒计时</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Make the plan again</source>
        <translation>重新制定计划</translation>
    </message>
    <message>
        <source>The old state returns at %1</source>
        <translation>将在 %1 恢复原状</translation>
    </message>
</context>
<context>
    <name>gw::BlockForm</name>
    <message>
        <source>nginx would read more than one value here</source>
        <translation>nginx 会把这里读成多个值</translation>
    </message>
    <message>
        <source>Block of the file</source>
        <translation>文件中的块</translation>
    </message>
    <message>
        <source>This file has no server, location or upstream.</source>
        <translation>此文件没有 server、location 或 upstream。</translation>
    </message>
    <message>
        <source>from above: %1 (%2:%3)</source>
        <translation>继承自上层：%1（%2:%3）</translation>
    </message>
    <message>
        <source>by default: %1</source>
        <translation>默认：%1</translation>
    </message>
    <message>
        <source>Mozilla&apos;s profile 6.0:</source>
        <translation>Mozilla 6.0 配置档：</translation>
    </message>
    <message>
        <source>Intermediate</source>
        <translation>中级</translation>
    </message>
    <message>
        <source>TLS 1.2 and 1.3: for clients of the last ten years, in what this server&apos;s nginx and OpenSSL can do</source>
        <translation>TLS 1.2 和 1.3：适用于最近十年的客户端，限于此服务器的 nginx 和 OpenSSL 所能支持的范围</translation>
    </message>
    <message>
        <source>Modern</source>
        <translation>现代</translation>
    </message>
    <message>
        <source>TLS 1.3 alone: for clients since 2019, in what this server&apos;s nginx and OpenSSL can do</source>
        <translation>仅 TLS 1.3：适用于 2019 年以来的客户端，限于此服务器的 nginx 和 OpenSSL 所能支持的范围</translation>
    </message>
</context>
<context>
    <name>gw::CandidatesModel</name>
    <message>
        <source>Without a group</source>
        <translation>未分组</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>gw::CandidatesView</name>
    <message>
        <source>All groups</source>
        <translation>所有分组</translation>
    </message>
    <message>
        <source>Without a group</source>
        <translation>未分组</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>none chosen</source>
        <translation>未选择</translation>
    </message>
    <message>
        <source>%1 of %2 chosen</source>
        <translation>已选择 %1 / %2</translation>
    </message>
    <message>
        <source>No other server</source>
        <translation>没有其他服务器</translation>
    </message>
    <message>
        <source>None of the servers in the list is concerned.</source>
        <translation>列表中的服务器都不涉及此项。</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>没有匹配项</translation>
    </message>
    <message>
        <source>No server matches these filters.</source>
        <translation>没有符合这些筛选条件的服务器。</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>1 server has to be connected and surveyed before it can take part.</source>
        <translation>有 1 台服务器须先连接并采集，才能参与。</translation>
    </message>
    <message>
        <source>%1 servers have to be connected and surveyed before they can take part.</source>
        <translation>有 %1 台服务器须先连接并采集，才能参与。</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Filter by name, group or state</source>
        <translation>按名称、分组或状态筛选</translation>
    </message>
    <message>
        <source>Filter servers</source>
        <translation>筛选服务器</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Choose all shown</source>
        <translation>选择全部显示项</translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>全部不选</translation>
    </message>
</context>
<context>
    <name>gw::ChangeDesk</name>
    <message>
        <source>The plan is in %1</source>
        <translation>计划已保存到 %1</translation>
    </message>
    <message>
        <source>A change is open on %1. If you close now, the server takes it back by itself.</source>
        <translation>%1 上有一项待决定的变更。如果现在关闭，服务器会自行撤销它。</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation>仍然关闭</translation>
    </message>
</context>
<context>
    <name>gw::ChangeDetail</name>
    <message>
        <source>Applied. The server takes it back by itself unless somebody keeps it.</source>
        <translation>已应用。除非有人保留，否则服务器会自行撤销。</translation>
    </message>
    <message>
        <source>It was taken back before it was kept.</source>
        <translation>在保留之前已撤销。</translation>
    </message>
    <message>
        <source>Nobody confirmed it in time, so the server took it back by itself.</source>
        <translation>没有人及时确认，服务器已自行撤销。</translation>
    </message>
    <message>
        <source>A step failed. Everything was put back.</source>
        <translation>有一个步骤失败。一切已恢复原状。</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>没有更改任何内容。</translation>
    </message>
    <message>
        <source>Not everything could be put back. Compare the files below with the server.</source>
        <translation>未能恢复全部内容。请将下面的文件与服务器上的比较。</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>Taken back by #%1</source>
        <translation>已由 #%1 撤销</translation>
    </message>
    <message>
        <source>Takes back #%1</source>
        <translation>撤销了 #%1</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>执行人</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Host key</source>
        <translation>主机密钥</translation>
    </message>
    <message>
        <source>held</source>
        <translation>成立</translation>
    </message>
    <message>
        <source>did not hold</source>
        <translation>不成立</translation>
    </message>
    <message>
        <source>not run</source>
        <translation>未执行</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Choose a change to see what it did, what proved it and how to take it back.</source>
        <translation>选择一项变更，查看它做了什么、由什么证明，以及如何撤销。</translation>
    </message>
    <message>
        <source>Proofs</source>
        <translation>证明</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Keep or undo…</source>
        <translation>保留或撤销…</translation>
    </message>
    <message>
        <source>Undo this change…</source>
        <translation>撤销此变更…</translation>
    </message>
    <message>
        <source>Export as Markdown…</source>
        <translation>导出为 Markdown…</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>复制为文本</translation>
    </message>
</context>
<context>
    <name>gw::Changing</name>
    <message>
        <source>Plan a change of %1</source>
        <translation>为 %1 制定变更计划</translation>
    </message>
    <message>
        <source>Another change of this server is still open</source>
        <translation>这台服务器还有另一项待决定的变更</translation>
    </message>
    <message>
        <source>Keep or undo it first</source>
        <translation>请先保留或撤销</translation>
    </message>
</context>
<context>
    <name>gw::CommandPalette</name>
    <message>
        <source>Search servers, findings and commands</source>
        <translation>搜索服务器、问题和命令</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Nothing matches. Try part of a server&apos;s name or of a command.</source>
        <translation>没有匹配项。试试服务器名称或命令的一部分。</translation>
    </message>
</context>
<context>
    <name>gw::ComparisonDelegate</name>
    <message>
        <source>no line break at the end</source>
        <translation>末尾没有换行</translation>
    </message>
</context>
<context>
    <name>gw::ComparisonModel</name>
    <message>
        <source>… 1 unchanged line …</source>
        <translation>… 1 行未更改 …</translation>
    </message>
    <message>
        <source>… %1 unchanged lines …</source>
        <translation>… %1 行未更改 …</translation>
    </message>
    <message>
        <source>added, line %1: %2</source>
        <translation>新增，第 %1 行：%2</translation>
    </message>
    <message>
        <source>removed, line %1: %2</source>
        <translation>删除，第 %1 行：%2</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
</context>
<context>
    <name>gw::ComparisonPanel</name>
    <message>
        <source>Now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>After the change</source>
        <translation>变更后</translation>
    </message>
    <message>
        <source>The plan saw</source>
        <translation>制定计划时</translation>
    </message>
    <message>
        <source>There now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>The plan wanted</source>
        <translation>计划的结果</translation>
    </message>
    <message>
        <source>Unified</source>
        <translation>合并显示</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排显示</translation>
    </message>
    <message>
        <source>How the change is shown</source>
        <translation>更改的显示方式</translation>
    </message>
    <message>
        <source>What changes in the file</source>
        <translation>文件中的更改</translation>
    </message>
</context>
<context>
    <name>gw::ConfineForm</name>
    <message>
        <source>A user of its own for %1</source>
        <translation>为 %1 设置专用用户</translation>
    </message>
    <message>
        <source>The unit gets User= and hardening options in a drop-in; its file stays as it is.</source>
        <translation>单元通过附加配置文件获得 User= 和加固选项；单元文件本身保持不变。</translation>
    </message>
    <message>
        <source>The program gets user= in its section of supervisor.</source>
        <translation>程序在 supervisor 的对应小节中获得 user=。</translation>
    </message>
    <message>
        <source>User, made if it does not exist</source>
        <translation>用户，不存在时会创建</translation>
    </message>
    <message>
        <source>root is what it shall not be.</source>
        <translation>不能是 root。</translation>
    </message>
    <message>
        <source>Small letters, digits, &quot;-&quot; and &quot;_&quot;, a letter first.</source>
        <translation>小写字母、数字、“-”和“_”，以字母开头。</translation>
    </message>
    <message>
        <source>Listen on 127.0.0.1 only</source>
        <translation>只监听 127.0.0.1</translation>
    </message>
    <message>
        <source>systemd-analyze security: %1 → %2</source>
        <translation>systemd-analyze security：%1 → %2</translation>
    </message>
    <message>
        <source>systemd-analyze security: %1</source>
        <translation>systemd-analyze security：%1</translation>
    </message>
    <message>
        <source>Plan it…</source>
        <translation>制定计划…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>gw::ConflictPage</name>
    <message>
        <source>Nothing was changed: a file is not as the plan saw it</source>
        <translation>没有更改任何内容：有一个文件与制定计划时不同</translation>
    </message>
    <message>
        <source>Nothing was changed: %1 files are not as the plan saw them</source>
        <translation>没有更改任何内容：有 %1 个文件与制定计划时不同</translation>
    </message>
    <message>
        <source>it did not exist</source>
        <translation>原来不存在</translation>
    </message>
    <message>
        <source>it is gone</source>
        <translation>现已不存在</translation>
    </message>
    <message>
        <source>was %1, now %2</source>
        <translation>原为 %1，现为 %2</translation>
    </message>
    <message>
        <source>The content is secret</source>
        <translation>内容为机密</translation>
    </message>
    <message>
        <source>It is not what the plan saw, and it is not shown.</source>
        <translation>它与制定计划时不同，且不予显示。</translation>
    </message>
    <message>
        <source>Somebody or something wrote in between. Made again, the plan starts from what is there now and shows you its difference once more.</source>
        <translation>其间有人或程序写入了文件。重新制定的计划会以现有内容为起点，并再次向你显示差异。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Make the plan again</source>
        <translation>重新制定计划</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
</context>
<context>
    <name>gw::CountdownRing</name>
    <message>
        <source>%1 until it undoes itself</source>
        <translation>%1 后自行撤销</translation>
    </message>
    <message>
        <source>The way back is not armed yet</source>
        <translation>退路尚未启用</translation>
    </message>
    <message>
        <source>until it undoes itself</source>
        <translation>后自行撤销</translation>
    </message>
    <message>
        <source>not armed yet</source>
        <translation>尚未启用</translation>
    </message>
</context>
<context>
    <name>gw::DriftCard</name>
    <message>
        <source>new: %1</source>
        <translation>新增：%1</translation>
    </message>
    <message>
        <source>gone: %1</source>
        <translation>消失：%1</translation>
    </message>
    <message>
        <source>by #%1</source>
        <translation>由 #%1 所做</translation>
    </message>
    <message>
        <source>fits #%1</source>
        <translation>与 #%1 相符</translation>
    </message>
    <message>
        <source>not by Gatewright</source>
        <translation>非 Gatewright 所做</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Show all %1</source>
        <translation>显示全部 %1 项</translation>
    </message>
    <message>
        <source>Changed outside of Gatewright since the last survey</source>
        <translation>自上次采集以来的外部变更（不是由 Gatewright 所做）</translation>
    </message>
</context>
<context>
    <name>gw::EditorBar</name>
    <message>
        <source>New name</source>
        <translation>新名称</translation>
    </message>
    <message>
        <source>Find in all files</source>
        <translation>在所有文件中查找</translation>
    </message>
    <message>
        <source>Find in this file</source>
        <translation>在此文件中查找</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>上一处</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>下一处</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>gw::ErrorPanel</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Edit server…</source>
        <translation>编辑服务器…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>The server shows another key than before</source>
        <translation>服务器的主机密钥与以前不同</translation>
    </message>
    <message>
        <source>The server shows a key that was revoked</source>
        <translation>服务器出示的密钥已被吊销</translation>
    </message>
    <message>
        <source>Your known hosts file marks this key as @revoked: it must not be trusted any more. Nothing was sent to the server.</source>
        <translation>known hosts 文件已将此密钥标记为 @revoked，不可再信任。尚未向服务器发送任何内容。</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>失败：%1</translation>
    </message>
    <message>
        <source>Nothing was sent to the server. Ask whoever runs it whether its keys were made anew.</source>
        <translation>没有向服务器发送任何内容。请询问管理服务器的人，密钥是否重新生成过。</translation>
    </message>
</context>
<context>
    <name>gw::ExportButton</name>
    <message>
        <source>For a review (Markdown)…</source>
        <translation>供审阅（Markdown）…</translation>
    </message>
    <message>
        <source>As a plan for gatewrightctl (JSON)…</source>
        <translation>作为 gatewrightctl 的计划（JSON）…</translation>
    </message>
    <message>
        <source>As a shell script with its own way back…</source>
        <translation>作为自带退路的 shell 脚本…</translation>
    </message>
    <message>
        <source>As an Ansible playbook…</source>
        <translation>作为 Ansible playbook…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
</context>
<context>
    <name>gw::Fail2banCard</name>
    <message>
        <source>sshd: guessed passwords and keys</source>
        <translation>sshd：猜测密码和密钥</translation>
    </message>
    <message>
        <source>nginx-http-auth: guessed passwords of web pages</source>
        <translation>nginx-http-auth：猜测网页密码</translation>
    </message>
    <message>
        <source>nginx-botsearch: searches for holes</source>
        <translation>nginx-botsearch：搜寻漏洞</translation>
    </message>
    <message>
        <source>not installed</source>
        <translation>未安装</translation>
    </message>
    <message>
        <source>Nobody is kept out, however often a password is guessed.</source>
        <translation>无论猜测多少次密码，都没有人被挡在外面。</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>It could not be asked: %1.</source>
        <translation>无法查询：%1。</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Whoever fails too often is kept out for a while, by the firewall.</source>
        <translation>失败次数过多的人会被防火墙挡在外面一段时间。</translation>
    </message>
    <message>
        <source>does not run</source>
        <translation>未运行</translation>
    </message>
    <message>
        <source>It is switched on and has failed: nobody is kept out. Its log says why:</source>
        <translation>它已启用，但运行失败：没有人被挡在外面。原因见其日志：</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>It is installed and does not run: nobody is kept out.</source>
        <translation>它已安装，但没有运行：没有人被挡在外面。</translation>
    </message>
    <message>
        <source>fail2ban</source>
        <translation>fail2ban</translation>
    </message>
    <message>
        <source>Log of fail2ban</source>
        <translation>fail2ban 的日志</translation>
    </message>
    <message>
        <source>What it watches</source>
        <translation>监视内容</translation>
    </message>
    <message>
        <source>Never ban</source>
        <translation>永不封禁</translation>
    </message>
    <message>
        <source>addresses or networks, with blanks between them</source>
        <translation>地址或网络，以空格分隔</translation>
    </message>
    <message>
        <source>%1 is no address.</source>
        <translation>%1 不是有效地址。</translation>
    </message>
    <message>
        <source>The address you come from is never banned.</source>
        <translation>你所用的地址永远不会被封禁。</translation>
    </message>
    <message>
        <source>%1, where you come from, is never banned.</source>
        <translation>你所用的地址 %1 永远不会被封禁。</translation>
    </message>
    <message>
        <source>Plan these jails…</source>
        <translation>为这些规则制定计划…</translation>
    </message>
    <message>
        <source>Set it up…</source>
        <translation>开始配置…</translation>
    </message>
    <message>
        <source>Lift…</source>
        <translation>解除…</translation>
    </message>
    <message>
        <source>Kept out now</source>
        <translation>当前被挡在外的地址</translation>
    </message>
    <message>
        <source>Kept out now: %1</source>
        <translation>当前被挡在外的地址：%1</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>刷新</translation>
    </message>
    <message>
        <source>Ask again who is kept out</source>
        <translation>重新查询当前被挡在外的地址</translation>
    </message>
    <message>
        <source>Nobody.</source>
        <translation>没有。</translation>
    </message>
    <message>
        <source>Not asked yet.</source>
        <translation>尚未查询。</translation>
    </message>
    <message>
        <source>Not known: %1</source>
        <translation>未知：%1</translation>
    </message>
</context>
<context>
    <name>gw::FieldRow</name>
    <message>
        <source>not set</source>
        <translation>未设置</translation>
    </message>
</context>
<context>
    <name>gw::FileEntry</name>
    <message>
        <source>secret</source>
        <translation>机密</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Hide %1</source>
        <translation>隐藏 %1</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>显示 %1</translation>
    </message>
    <message>
        <source>Secret. Its content was not kept; it did not change.</source>
        <translation>机密。内容未保存；没有变化。</translation>
    </message>
    <message>
        <source>Secret. Its content was not kept; it did change.</source>
        <translation>机密。内容未保存；已发生变化。</translation>
    </message>
    <message>
        <source>Reading the contents…</source>
        <translation>正在读取内容…</translation>
    </message>
    <message>
        <source>The content is the same in both.</source>
        <translation>两者内容相同。</translation>
    </message>
    <message>
        <source>The content did not change.</source>
        <translation>内容没有变化。</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>比较…</translation>
    </message>
    <message>
        <source>Compare what changes made of %1</source>
        <translation>比较各次变更对 %1 的改动</translation>
    </message>
    <message>
        <source>with</source>
        <translation>与</translation>
    </message>
    <message>
        <source>Compare the file after</source>
        <translation>比较此次变更之后的文件</translation>
    </message>
    <message>
        <source>With the file after</source>
        <translation>与此次变更之后的文件比较</translation>
    </message>
</context>
<context>
    <name>gw::FindingDetail</name>
    <message>
        <source>Source: %1</source>
        <translation>依据：%1</translation>
    </message>
    <message>
        <source>Accepted until %1 by %2: %3</source>
        <translation>%2 已接受，有效期至 %1：%3</translation>
    </message>
    <message>
        <source>Accepted by a comment in the file: %1</source>
        <translation>已由文件中的注释接受：%1</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>证据</translation>
    </message>
    <message>
        <source>Choose a finding to see why it matters, what proves it and where the demand comes from.</source>
        <translation>选择一个问题，查看它为何重要、有何证据、要求出自何处。</translation>
    </message>
    <message>
        <source>Effective value</source>
        <translation>生效值</translation>
    </message>
    <message>
        <source>Accept risk…</source>
        <translation>接受风险…</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Counts this finding as open again</source>
        <translation>将此问题重新计为待处理</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>The finding stays in the list as accepted and counts again after the end date.</source>
        <translation>该问题以“已接受”状态留在列表中，到期后重新计入。</translation>
    </message>
    <message>
        <source>Why is this acceptable?</source>
        <translation>为什么可以接受？</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Remove from plan</source>
        <translation>移出计划</translation>
    </message>
    <message>
        <source>Add to plan</source>
        <translation>加入计划</translation>
    </message>
    <message>
        <source>Fix</source>
        <translation>修复</translation>
    </message>
</context>
<context>
    <name>gw::FindingsDelegate</name>
    <message>
        <source>in the plan</source>
        <translation>已在计划中</translation>
    </message>
</context>
<context>
    <name>gw::FindingsModel</name>
    <message>
        <source>Open</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>未检查</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>已通过</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>in the plan</source>
        <translation>已在计划中</translation>
    </message>
</context>
<context>
    <name>gw::FleetFindingsModel</name>
    <message>
        <source>All findings</source>
        <translation>所有问题</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Fix on %1 servers…</source>
        <translation>在 %1 台服务器上修复…</translation>
    </message>
</context>
<context>
    <name>gw::FleetOverviewPage</name>
    <message>
        <source>1 server</source>
        <translation>1 台服务器</translation>
    </message>
    <message>
        <source>%1 servers</source>
        <translation>%1 台服务器</translation>
    </message>
    <message>
        <source>none unreachable</source>
        <translation>全部可达</translation>
    </message>
    <message>
        <source>%1 not reached</source>
        <translation>%1 台无法连接</translation>
    </message>
    <message>
        <source>%1 being surveyed</source>
        <translation>%1 台正在采集</translation>
    </message>
    <message>
        <source>last survey %1</source>
        <translation>上次采集：%1</translation>
    </message>
    <message>
        <source>%1 :%2 on %3</source>
        <translation>%3 的 %1 :%2</translation>
    </message>
    <message>
        <source>Port %1 on %2</source>
        <translation>%2 的端口 %1</translation>
    </message>
    <message>
        <source>Nothing answers the world without a gate</source>
        <translation>没有服务绕过防护直接对外</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1，另 %2 个</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>count and severity</comment>
        <translation>%2 %1</translation>
    </message>
    <message>
        <source>Everything that was checked is fine</source>
        <translation>已检查的项目一切正常</translation>
    </message>
    <message>
        <source>No certificate was found</source>
        <translation>未发现证书</translation>
    </message>
    <message>
        <source>%1 has expired</source>
        <translation>%1 已过期</translation>
    </message>
    <message>
        <source>Next: %1 in %2</source>
        <translation>下一个：%1，%2后</translation>
    </message>
    <message>
        <source>%1 average</source>
        <translation>平均 %1</translation>
    </message>
    <message>
        <source>hottest %1 °C</source>
        <translation>最高 %1 °C</translation>
    </message>
    <message>
        <source>No GPU was found</source>
        <translation>未发现 GPU</translation>
    </message>
    <message>
        <source>Look…</source>
        <translation>查看…</translation>
    </message>
    <message>
        <source>Nothing has been surveyed yet. As soon as a server answers, what it needs stands here.</source>
        <translation>尚未采集任何信息。一旦有服务器应答，需要处理的事项会显示在这里。</translation>
    </message>
    <message>
        <source>Nothing. Every check that could be made has passed.</source>
        <translation>没有。能做的检查都已通过。</translation>
    </message>
    <message>
        <source>Nothing urgent: only findings of low severity are open.</source>
        <translation>没有紧急事项：只剩低级别的问题。</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>审查</translation>
    </message>
    <message>
        <source>Review all %1</source>
        <translation>查看全部 %1 项</translation>
    </message>
    <message>
        <source>What needs you</source>
        <translation>需要你处理</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>renewed by the server</source>
        <translation>自动续期</translation>
    </message>
    <message>
        <source>nobody renews</source>
        <translation>无人续期</translation>
    </message>
    <message>
        <source>No certificate was found on these servers.</source>
        <translation>这些服务器上未发现证书。</translation>
    </message>
    <message>
        <source>Next expiries</source>
        <translation>即将到期</translation>
    </message>
    <message>
        <source>Fleet overview</source>
        <translation>机群概览</translation>
    </message>
    <message>
        <source>Survey all</source>
        <translation>全部采集</translation>
    </message>
    <message>
        <source>Add server…</source>
        <translation>添加服务器…</translation>
    </message>
    <message>
        <source>Exposed without a gate</source>
        <translation>无防护直接暴露</translation>
    </message>
    <message>
        <source>Open findings</source>
        <translation>待处理的问题</translation>
    </message>
    <message>
        <source>Certificates due in 30 days</source>
        <translation>30 天内到期的证书</translation>
    </message>
    <message>
        <source>GPUs busy</source>
        <translation>忙碌的 GPU</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>No server yet</source>
        <translation>还没有服务器</translation>
    </message>
    <message>
        <source>Add a server by its address or by an alias of your ssh_config. Nothing is installed on it and nothing is changed.</source>
        <translation>用地址或 ssh_config 中的别名添加，不在服务器上安装或更改任何东西。</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>另 %1 个</translation>
    </message>
    <message>
        <source>Not surveyed yet</source>
        <translation>尚未采集</translation>
    </message>
</context>
<context>
    <name>gw::FleetReviewPage</name>
    <message>
        <source>Any severity</source>
        <translation>所有级别</translation>
    </message>
    <message>
        <source>Low and above</source>
        <translation>低危及以上</translation>
    </message>
    <message>
        <source>Medium and above</source>
        <translation>中危及以上</translation>
    </message>
    <message>
        <source>High and above</source>
        <translation>高危及以上</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>严重</translation>
    </message>
    <message>
        <source>All topics</source>
        <translation>所有主题</translation>
    </message>
    <message>
        <source>All servers</source>
        <translation>所有服务器</translation>
    </message>
    <message>
        <source>By severity</source>
        <translation>按级别</translation>
    </message>
    <message>
        <source>By server</source>
        <translation>按服务器</translation>
    </message>
    <message>
        <source>By topic</source>
        <translation>按主题</translation>
    </message>
    <message>
        <source>By rule</source>
        <translation>按规则</translation>
    </message>
    <message>
        <source>Not grouped</source>
        <translation>不分组</translation>
    </message>
    <message>
        <source>No open findings</source>
        <translation>没有待处理的问题</translation>
    </message>
    <message>
        <source>%1 open findings on %2 servers</source>
        <translation>%2 台服务器上有 %1 个待处理的问题</translation>
    </message>
    <message>
        <source>%1 of %2 open findings</source>
        <translation>%1 / %2 个待处理的问题</translation>
    </message>
    <message>
        <source>Nothing has been reviewed yet</source>
        <translation>尚未审查</translation>
    </message>
    <message>
        <source>Add a server, or survey one of those in the list.</source>
        <translation>添加一台服务器，或对列表中的服务器进行采集。</translation>
    </message>
    <message>
        <source>Add server…</source>
        <translation>添加服务器…</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>没有待处理的问题</translation>
    </message>
    <message>
        <source>Every check that could be made has passed or was accepted.</source>
        <translation>能做的检查都已通过，或风险已被接受。</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>没有匹配项</translation>
    </message>
    <message>
        <source>No open finding matches these filters.</source>
        <translation>没有符合这些筛选条件的待处理问题。</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>审查</translation>
    </message>
    <message>
        <source>Survey all</source>
        <translation>全部采集</translation>
    </message>
    <message>
        <source>Filter by title, server, rule or place</source>
        <translation>按标题、服务器、规则或位置筛选</translation>
    </message>
    <message>
        <source>Filter findings</source>
        <translation>筛选问题</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Grouping</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Findings of all servers</source>
        <translation>所有服务器的问题</translation>
    </message>
    <message>
        <source>Open it on its server</source>
        <translation>在其服务器上打开</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>gw::HistoryDesk</name>
    <message>
        <source>Undo change %1</source>
        <translation>撤销变更 %1</translation>
    </message>
    <message>
        <source>Its server is not in the list any more</source>
        <translation>它的服务器已不在列表中</translation>
    </message>
    <message>
        <source>Add the server again, then undo it by gatewrightctl undo</source>
        <translation>请重新添加该服务器，然后用 gatewrightctl undo 撤销</translation>
    </message>
    <message>
        <source>Export the change</source>
        <translation>导出变更</translation>
    </message>
    <message>
        <source>The change is in %1</source>
        <translation>变更已保存到 %1</translation>
    </message>
</context>
<context>
    <name>gw::HistoryModel</name>
    <message>
        <source>Open</source>
        <translation>待决定</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>dddd, d MMM yyyy</source>
        <extracomment>As QLocale&apos;s formats are written</extracomment>
        <translation>yyyy年M月d日 dddd</translation>
    </message>
</context>
<context>
    <name>gw::HistoryPage</name>
    <message>
        <source>Any outcome</source>
        <translation>任何结果</translation>
    </message>
    <message>
        <source>All servers</source>
        <translation>所有服务器</translation>
    </message>
    <message>
        <source>At any time</source>
        <translation>任何时间</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>The last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>The last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>The last year</source>
        <translation>最近一年</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>共 %1 项</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>No server was changed yet</source>
        <translation>尚未更改任何服务器</translation>
    </message>
    <message>
        <source>%1 changes on %2 servers</source>
        <translation>%2 台服务器上的 %1 项变更</translation>
    </message>
    <message>
        <source>Nothing was changed yet</source>
        <translation>尚无任何变更</translation>
    </message>
    <message>
        <source>Every change that Gatewright makes is kept here: who made it, each command and file, and the way to take it back. Start in the review, where findings are mended by click.</source>
        <translation>Gatewright 所做的每项变更都保存在这里：由谁执行、每条命令和每个文件，以及如何撤销。请从审查开始，在那里点击即可修复问题。</translation>
    </message>
    <message>
        <source>Open the review</source>
        <translation>打开审查</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>没有匹配项</translation>
    </message>
    <message>
        <source>No change matches these filters.</source>
        <translation>没有变更符合这些筛选条件。</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>The journal was altered: entry %1 is not as it was written (%2). What stands after it may be incomplete. Compare it with a copy, if there is one.</source>
        <translation>变更日志被改动过：第 %1 条与写入时不符（%2）。其后的内容可能不完整。如有副本，请与之比较。</translation>
    </message>
    <message>
        <source>Journal broken at entry %1</source>
        <translation>变更日志在第 %1 条处损坏</translation>
    </message>
    <message>
        <source>Journal verified: %1 entries</source>
        <translation>变更日志已校验：%1 条</translation>
    </message>
    <message>
        <source>Nothing changed outside of Gatewright since %1</source>
        <translation>自 %1 以来，Gatewright 之外没有任何变化</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>Filter by title, person, server, file or command</source>
        <translation>按标题、人员、服务器、文件或命令筛选</translation>
    </message>
    <message>
        <source>Filter by title, person, file or command</source>
        <translation>按标题、人员、文件或命令筛选</translation>
    </message>
    <message>
        <source>Filter changes</source>
        <translation>筛选变更</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
</context>
<context>
    <name>gw::HostConnection</name>
    <message>
        <source>Use the connection</source>
        <translation>使用连接</translation>
    </message>
    <message>
        <source>It was closed</source>
        <translation>连接已关闭</translation>
    </message>
    <message>
        <source>Keep the connection to %1</source>
        <translation>保持与 %1 的连接</translation>
    </message>
    <message>
        <source>The connection was lost</source>
        <translation>连接已断开</translation>
    </message>
    <message>
        <source>It is opened again by itself</source>
        <translation>会自动重新连接</translation>
    </message>
</context>
<context>
    <name>gw::KeyGuideCard</name>
    <message>
        <source>From passwords to keys</source>
        <translation>从密码改用密钥</translation>
    </message>
    <message>
        <source>Make a key…</source>
        <translation>创建密钥…</translation>
    </message>
    <message>
        <source>Use one that is there…</source>
        <translation>使用已有的密钥…</translation>
    </message>
    <message>
        <source>Make a key on this computer</source>
        <translation>在这台电脑上创建密钥</translation>
    </message>
    <message>
        <source>Ed25519, locked with a passphrase. Its private part never leaves this computer.</source>
        <translation>Ed25519，以口令加锁。私钥部分绝不离开这台电脑。</translation>
    </message>
    <message>
        <source>Prove it by a new login</source>
        <translation>通过一次新登录来证明</translation>
    </message>
    <message>
        <source>Install it…</source>
        <translation>安装…</translation>
    </message>
    <message>
        <source>Install it and prove it</source>
        <translation>安装并证明</translation>
    </message>
    <message>
        <source>Install it for %1 and prove it</source>
        <translation>为 %1 安装并证明</translation>
    </message>
    <message>
        <source>A login with this key alone succeeded.</source>
        <translation>仅凭此密钥的登录已成功。</translation>
    </message>
    <message>
        <source>One line in authorized_keys; then a second, new login with nothing but this key.</source>
        <translation>在 authorized_keys 中加一行；然后只用此密钥进行第二次新登录。</translation>
    </message>
    <message>
        <source>Plan it…</source>
        <translation>制定计划…</translation>
    </message>
    <message>
        <source>Turn passwords off</source>
        <translation>关闭密码登录</translation>
    </message>
    <message>
        <source>Nobody logs in with a password any more.</source>
        <translation>不再有人用密码登录。</translation>
    </message>
    <message>
        <source>Nobody can guess their way in any more.</source>
        <translation>再也没有人能靠猜测登录。</translation>
    </message>
    <message>
        <source>Offered once the key was proven: nobody is shut out.</source>
        <translation>密钥得到证明后才会提供此项：不会把任何人关在门外。</translation>
    </message>
    <message>
        <source>Use another one…</source>
        <translation>换用另一个…</translation>
    </message>
    <message>
        <source>A key on this computer</source>
        <translation>这台电脑上的密钥</translation>
    </message>
</context>
<context>
    <name>gw::LogView</name>
    <message>
        <source>Not read yet</source>
        <translation>尚未读取</translation>
    </message>
    <message>
        <source>It could not be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>The last lines are read when you look.</source>
        <translation>打开此页时读取最后若干行。</translation>
    </message>
    <message>
        <source>Nothing in it</source>
        <translation>其中没有内容</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>未找到</translation>
    </message>
    <message numerus="yes">
        <source>%n requests in the lines shown</source>
        <translation>
            <numerusform>所示行中有 %n 个请求</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Log file</source>
        <translation>日志文件</translation>
    </message>
    <message>
        <source>Filter lines</source>
        <translation>筛选行</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Lines of the log, the newest first</source>
        <translation>日志行，最新的在前</translation>
    </message>
    <message>
        <source>Most frequent clients</source>
        <translation>最频繁的客户端</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>Slowest requests</source>
        <translation>最慢的请求</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>跟随</translation>
    </message>
    <message>
        <source>Read again every five seconds, as long as you look</source>
        <translation>在您查看期间每五秒重新读取</translation>
    </message>
</context>
<context>
    <name>gw::MainWindow</name>
    <message>
        <source>Search or run a command</source>
        <translation>搜索或运行命令</translation>
    </message>
    <message>
        <source>Fleet overview</source>
        <translation>机群概览</translation>
    </message>
    <message>
        <source>Review of all servers</source>
        <translation>所有服务器的审查</translation>
    </message>
    <message>
        <source>Add server…</source>
        <translation>添加服务器…</translation>
    </message>
    <message>
        <source>Survey this server again</source>
        <translation>重新采集这台服务器</translation>
    </message>
    <message>
        <source>Survey all servers again</source>
        <translation>重新采集所有服务器</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>%1 – Gatewright</source>
        <translation>%1 – Gatewright</translation>
    </message>
    <message>
        <source>History of all servers</source>
        <translation>所有服务器的历史记录</translation>
    </message>
</context>
<context>
    <name>gw::MakeKeyForm</name>
    <message>
        <source>The name of a file in ~/.ssh, without folders.</source>
        <translation>~/.ssh 中的文件名，不含文件夹。</translation>
    </message>
    <message>
        <source>Enter the passphrase once more.</source>
        <translation>请再次输入口令。</translation>
    </message>
    <message>
        <source>The passphrases are not the same.</source>
        <translation>两次输入的口令不一致。</translation>
    </message>
    <message>
        <source>Without a passphrase whoever gets the file can log in.</source>
        <translation>没有口令时，任何得到该文件的人都能登录。</translation>
    </message>
    <message>
        <source>Make a key on this computer</source>
        <translation>在这台电脑上创建密钥</translation>
    </message>
    <message>
        <source>An Ed25519 key in ~/.ssh. No file is ever written over.</source>
        <translation>~/.ssh 中的 Ed25519 密钥。绝不覆盖任何文件。</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>Comment, so that others know whose it is</source>
        <translation>注释，让他人知道密钥属于谁</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Passphrase once more</source>
        <translation>再次输入口令</translation>
    </message>
    <message>
        <source>Add it to the running SSH agent</source>
        <translation>添加到正在运行的 SSH agent</translation>
    </message>
    <message>
        <source>Make the key</source>
        <translation>创建密钥</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>gw::MemberDetail</name>
    <message>
        <source>must hold, or the server goes back</source>
        <translation>必须成立，否则服务器恢复原状</translation>
    </message>
    <message>
        <source>The way back could not restore everything. Look at this server before anything else is done to it.</source>
        <translation>退路未能恢复全部内容。在对这台服务器做其他操作之前，请先检查它。</translation>
    </message>
    <message>
        <source>What it said: %1</source>
        <translation>它的输出：%1</translation>
    </message>
    <message>
        <source>What the check said</source>
        <translation>检查的输出</translation>
    </message>
    <message>
        <source>Make it the canary</source>
        <translation>设为先行服务器</translation>
    </message>
    <message>
        <source>This server is changed first and alone</source>
        <translation>最先且单独更改这台服务器</translation>
    </message>
    <message>
        <source>Open its history</source>
        <translation>打开其历史记录</translation>
    </message>
    <message>
        <source>Open the server</source>
        <translation>打开服务器</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>No server is chosen</source>
        <translation>未选择服务器</translation>
    </message>
    <message>
        <source>Choose one at the left to see what is done to it.</source>
        <translation>在左侧选择一台，即可查看会对它做什么。</translation>
    </message>
    <message>
        <source>Its plan is being made</source>
        <translation>正在为它制定计划</translation>
    </message>
    <message>
        <source>It is shown here before anything runs.</source>
        <translation>在运行任何内容之前，计划会显示在这里。</translation>
    </message>
    <message>
        <source>Nothing to do</source>
        <translation>无需更改</translation>
    </message>
    <message>
        <source>The server is left as it is.</source>
        <translation>服务器保持原样。</translation>
    </message>
    <message>
        <source>It takes no part</source>
        <translation>它不参与</translation>
    </message>
    <message>
        <source>Nothing is done to it. Open the server to mend what stands in the way, or to make the change there by itself.</source>
        <translation>不会对它做任何更改。打开该服务器以排除障碍，或在那里单独进行这项变更。</translation>
    </message>
</context>
<context>
    <name>gw::Notice</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>gw::OverviewPage</name>
    <message>
        <source>Not known: %1</source>
        <translation>未知：%1</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>By</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Listening sockets</source>
        <translation>监听端口</translation>
    </message>
    <message>
        <source>%1 open to the world</source>
        <translation>%1 个对外开放</translation>
    </message>
    <message>
        <source>Nothing listens.</source>
        <translation>没有端口在监听。</translation>
    </message>
    <message>
        <source>Failed services</source>
        <translation>失败的服务</translation>
    </message>
    <message>
        <source>No service has failed.</source>
        <translation>没有失败的服务。</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>No certificate was found.</source>
        <translation>未发现证书。</translation>
    </message>
    <message>
        <source>driver %1</source>
        <translation>驱动 %1</translation>
    </message>
    <message>
        <source>GPUs</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>No GPU was found.</source>
        <translation>未发现 GPU。</translation>
    </message>
    <message>
        <source>Disks</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>No disk was found.</source>
        <translation>未发现磁盘。</translation>
    </message>
    <message>
        <source>Users and keys</source>
        <translation>用户与密钥</translation>
    </message>
    <message>
        <source>No user has a shell.</source>
        <translation>没有用户拥有登录 shell。</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>%1 以来</translation>
    </message>
    <message>
        <source>Nothing changed since the survey before.</source>
        <translation>与上次采集相比没有变化。</translation>
    </message>
    <message>
        <source>Overview of the server</source>
        <translation>服务器概览</translation>
    </message>
</context>
<context>
    <name>gw::PlanBar</name>
    <message>
        <source>Plan: nothing yet</source>
        <translation>计划：暂无</translation>
    </message>
    <message>
        <source>Add what is to be mended; nothing is changed before you have seen it.</source>
        <translation>加入要修复的问题；在你看过之前不会更改任何内容。</translation>
    </message>
    <message>
        <source>Making the plan…</source>
        <translation>正在制定计划…</translation>
    </message>
    <message>
        <source>The files are read as they are now.</source>
        <translation>正在读取文件的当前内容。</translation>
    </message>
    <message>
        <source>Plan: %1</source>
        <translation>计划：%1</translation>
    </message>
    <message>
        <source>No plan can be made</source>
        <translation>无法制定计划</translation>
    </message>
    <message>
        <source>Add all fixable (%1)</source>
        <translation>加入全部可修复的问题（%1）</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Takes every finding out of the plan</source>
        <translation>把所有问题移出计划</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Review and apply…</source>
        <translation>查看并应用…</translation>
    </message>
    <message>
        <source>checked with %1 before the switch</source>
        <translation>切换之前先用 %1 检查</translation>
    </message>
</context>
<context>
    <name>gw::PlanPage</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Nothing takes this back: %1</source>
        <translation>无法撤销：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>%1 in this order</source>
        <translation>共 %1 步，按此顺序</translation>
    </message>
    <message>
        <source>1 left out</source>
        <translation>1 步已排除</translation>
    </message>
    <message>
        <source>%1 left out</source>
        <translation>%1 步已排除</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Forgets the plan; nothing was changed</source>
        <translation>丢弃计划；没有更改任何内容</translation>
    </message>
    <message>
        <source>Apply…</source>
        <translation>应用…</translation>
    </message>
    <message>
        <source>Makes the changes, proves them from outside and then asks whether to keep them</source>
        <translation>执行变更，从外部证明，然后询问是否保留</translation>
    </message>
    <message>
        <source>The server undoes everything by itself unless you confirm within</source>
        <translation>未在此时限内确认，服务器会自行撤销</translation>
    </message>
    <message>
        <source>Time to confirm</source>
        <translation>确认时限</translation>
    </message>
    <message>
        <source>What proves the plan is tried all the same: if it waits for what is left out, everything returns.</source>
        <translation>各项证明仍会照常进行：如果其中有依赖已排除步骤的，则全部恢复原状。</translation>
    </message>
</context>
<context>
    <name>gw::PlanStepsModel</name>
    <message>
        <source>It needs what is left out: %1</source>
        <translation>它需要已排除的步骤：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>It cannot be left out while it is needed by: %1</source>
        <translation>以下步骤需要它，因此不能排除：%1</translation>
    </message>
    <message>
        <source>Then proven from outside</source>
        <translation>然后从外部证明</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>已排除</translation>
    </message>
</context>
<context>
    <name>gw::ProblemList</name>
    <message>
        <source>Hide the list</source>
        <translation>隐藏列表</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>全部 %1 项</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>转到该处</translation>
    </message>
    <message>
        <source>What is wrong in this file</source>
        <translation>此文件中的问题</translation>
    </message>
    <message>
        <source>review</source>
        <translation>审查</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
</context>
<context>
    <name>gw::ProgressStrip</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stops what is going on; what was there before stays</source>
        <translation>停止正在进行的操作；此前的内容保留</translation>
    </message>
</context>
<context>
    <name>gw::PublishAccessField</name>
    <message>
        <source>Who may enter</source>
        <translation>谁可以进入</translation>
    </message>
    <message>
        <source>Password (Basic Auth)</source>
        <translation>密码（Basic Auth）</translation>
    </message>
    <message>
        <source>Only these networks</source>
        <translation>仅限这些网络</translation>
    </message>
    <message>
        <source>Addresses and networks</source>
        <translation>地址和网络</translation>
    </message>
    <message>
        <source>Either one is enough · satisfy any</source>
        <translation>满足其一即可 · satisfy any</translation>
    </message>
    <message>
        <source>Both are needed · satisfy all</source>
        <translation>两者都需要 · satisfy all</translation>
    </message>
    <message>
        <source>Password and network</source>
        <translation>密码与网络</translation>
    </message>
    <message>
        <source>Add a name</source>
        <translation>添加用户名</translation>
    </message>
    <message>
        <source>Names of an earlier time stay</source>
        <translation>保留以前的用户名</translation>
    </message>
    <message>
        <source>Where the site has a password file already, those who stand in it and not here may go on entering.</source>
        <translation>站点若已有密码文件，其中有而此处没有的人仍可进入。</translation>
    </message>
</context>
<context>
    <name>gw::PublishAddressField</name>
    <message>
        <source>points to this server</source>
        <translation>指向此服务器</translation>
    </message>
    <message>
        <source>points elsewhere</source>
        <translation>指向别处</translation>
    </message>
    <message>
        <source>no address yet</source>
        <translation>尚无地址</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>域名</translation>
    </message>
    <message>
        <source>The first name is also that of the files. Several are parted by commas.</source>
        <translation>第一个名称也是文件的名称。多个名称用逗号分隔。</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Where on the site it appears, as /lora/. The service itself sees /.</source>
        <translation>它在站点上的位置，例如 /lora/。服务自身看到的是 /。</translation>
    </message>
</context>
<context>
    <name>gw::PublishCertificateField</name>
    <message>
        <source>expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>Other files…</source>
        <translation>其他文件…</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>A certificate of this server</source>
        <translation>此服务器上的证书</translation>
    </message>
    <message>
        <source>Its files lie there already; it is renewed as before</source>
        <translation>其文件已在那里；照旧续期</translation>
    </message>
    <message>
        <source>Self-signed, made with the plan</source>
        <translation>自签名，随计划生成</translation>
    </message>
    <message>
        <source>For tests: encrypted, but browsers warn about it</source>
        <translation>用于测试：已加密，但浏览器会警告</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Plain HTTP: everybody on the way can read along</source>
        <translation>明文 HTTP：途中的任何人都能读到</translation>
    </message>
    <message>
        <source>Chain: /etc/ssl/certs/site.pem</source>
        <translation>证书链：/etc/ssl/certs/site.pem</translation>
    </message>
    <message>
        <source>File of the chain</source>
        <translation>证书链文件</translation>
    </message>
    <message>
        <source>Key: /etc/ssl/private/site.key</source>
        <translation>密钥：/etc/ssl/private/site.key</translation>
    </message>
    <message>
        <source>File of the private key</source>
        <translation>私钥文件</translation>
    </message>
    <message>
        <source>Gatewright cannot request certificates yet. Request one on the server, for example with certbot, rescan, and choose it here.</source>
        <translation>Gatewright 目前还不能申请证书。请在服务器上申请（例如用 certbot），重新采集，然后在此选择。</translation>
    </message>
</context>
<context>
    <name>gw::PublishLoginRow</name>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Set; type to change it</source>
        <translation>已设置；输入即可更改</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Name to log in with</source>
        <translation>用于登录的用户名</translation>
    </message>
    <message>
        <source>Remove this name</source>
        <translation>移除此用户名</translation>
    </message>
</context>
<context>
    <name>gw::PublishOptionsField</name>
    <message>
        <source>Also</source>
        <translation>另外</translation>
    </message>
    <message>
        <source>Close port %1</source>
        <translation>关闭端口 %1</translation>
    </message>
    <message>
        <source>CORS…</source>
        <translation>CORS…</translation>
    </message>
    <message>
        <source>Scripts of these sites may call it, also with a preflight</source>
        <translation>这些站点的脚本可以调用它，包括预检请求</translation>
    </message>
    <message>
        <source>Origins whose scripts may call it</source>
        <translation>其脚本可以调用它的来源</translation>
    </message>
    <message>
        <source>Longest silence, seconds</source>
        <translation>最长沉默时间（秒）</translation>
    </message>
    <message>
        <source>Largest request, megabytes</source>
        <translation>最大请求（MB）</translation>
    </message>
    <message>
        <source>Requests of one address in a second</source>
        <translation>每个地址每秒的请求数</translation>
    </message>
    <message>
        <source>any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Port for http</source>
        <translation>http 端口</translation>
    </message>
    <message>
        <source>Port for https</source>
        <translation>https 端口</translation>
    </message>
</context>
<context>
    <name>gw::PublishPage</name>
    <message>
        <source>Not complete</source>
        <translation>尚不完整</translation>
    </message>
    <message>
        <source>Ready to be planned</source>
        <translation>可以制定计划</translation>
    </message>
    <message>
        <source>The files of the server are read for it.</source>
        <translation>将为此读取服务器上的文件。</translation>
    </message>
    <message>
        <source>Publish a service</source>
        <translation>发布服务</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Address and access</source>
        <translation>地址与访问</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Check everything first</source>
        <translation>先检查一切</translation>
    </message>
</context>
<context>
    <name>gw::PublishServiceField</name>
    <message>
        <source>Files of a folder</source>
        <translation>文件夹中的文件</translation>
    </message>
    <message>
        <source>Another address…</source>
        <translation>其他地址…</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>open to others</source>
        <translation>对他人开放</translation>
    </message>
    <message>
        <source>this server only</source>
        <translation>仅限本服务器</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
</context>
<context>
    <name>gw::PublishTexts</name>
    <message>
        <source>1 finding</source>
        <translation>1 个问题</translation>
    </message>
    <message>
        <source>%1 findings</source>
        <translation>%1 个问题</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>暂无内容</translation>
    </message>
    <message>
        <source>It stands here as soon as the form on the left is complete.</source>
        <translation>左侧表单填写完整后，内容会显示在此处。</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>尚不清楚</translation>
    </message>
    <message>
        <source>The survey does not tell: the plan will, from the files themselves.</source>
        <translation>采集结果不足以说明：计划会根据文件本身给出。</translation>
    </message>
    <message>
        <source>The firewall stays as it is</source>
        <translation>防火墙保持不变</translation>
    </message>
    <message>
        <source>No rule has to be added or removed.</source>
        <translation>不需要添加或删除规则。</translation>
    </message>
    <message>
        <source>Nothing to do</source>
        <translation>无需操作</translation>
    </message>
    <message>
        <source>Everything is on the server as it is wished here.</source>
        <translation>服务器上的一切都已符合此处的要求。</translation>
    </message>
    <message>
        <source>What will be written</source>
        <translation>将要写入的内容</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Firewall</source>
        <translation>防火墙</translation>
    </message>
    <message>
        <source>What is shown of it</source>
        <translation>显示其中的哪一部分</translation>
    </message>
    <message>
        <source>Files of nginx</source>
        <translation>nginx 的文件</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
</context>
<context>
    <name>gw::QuestionPanel</name>
    <message>
        <source>Is this the right server?</source>
        <translation>这是正确的服务器吗？</translation>
    </message>
    <message>
        <source>Nobody has connected from this computer to %1 before, so its key is not known yet. Compare it once; from then on a changed key is refused.</source>
        <translation>这台电脑以前没有连接过 %1，因此还不认识它的密钥。请比对一次；此后密钥一旦改变，就会拒绝连接。</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Key type</source>
        <translation>密钥类型</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>指纹</translation>
    </message>
    <message>
        <source>To check, run this on the server&apos;s console, or look in your provider&apos;s panel:</source>
        <translation>要核对，请在服务器的控制台上运行以下命令，或在云服务商的控制面板中查看：</translation>
    </message>
    <message>
        <source>The key is right, connect</source>
        <translation>密钥无误，连接</translation>
    </message>
    <message>
        <source>Do not connect</source>
        <translation>不连接</translation>
    </message>
    <message>
        <source>Password for %1</source>
        <translation>%1 的密码</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Passphrase of %1</source>
        <translation>%1 的密钥密码短语</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>密钥密码短语</translation>
    </message>
    <message>
        <source>The key is used to sign in to %1. It stays on this computer.</source>
        <translation>该密钥用于登录 %1，不会离开这台电脑。</translation>
    </message>
    <message>
        <source>%1 asks</source>
        <translation>%1 的询问</translation>
    </message>
    <message>
        <source>Password for %1 on %2</source>
        <translation>%2 上 %1 的密码</translation>
    </message>
    <message>
        <source>It is asked once for this connection and given to %1 only. Without it everything readable is still looked at, and what is missing says &quot;needs root&quot;.</source>
        <translation>每次连接只询问一次，且只发送给 %1。没有密码也会查看所有可读的内容，缺少的部分会标明“需要 root 权限”。</translation>
    </message>
    <message>
        <source>Keep it in the keychain</source>
        <translation>保存到钥匙串</translation>
    </message>
    <message>
        <source>There is no keychain on this computer: the answer is kept in memory until the program ends.</source>
        <translation>这台电脑上没有钥匙串：回答只保存在内存中，直到程序结束。</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>gw::ReviewPage</name>
    <message>
        <source>What sshd uses in the end</source>
        <translation>sshd 最终采用的配置</translation>
    </message>
    <message>
        <source>The text of this file was not kept</source>
        <translation>未保留此文件的内容</translation>
    </message>
    <message>
        <source>Not a matter of one file</source>
        <translation>不涉及单个文件</translation>
    </message>
    <message>
        <source>The survey read only what the check needed. The proof beside shows it.</source>
        <translation>采集时只读取了检查所需的部分，见旁边的证据。</translation>
    </message>
    <message>
        <source>This finding is about the server as it runs. The proof beside shows what was seen.</source>
        <translation>此问题针对运行中的服务器，所见情况见旁边的证据。</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>没有待处理的问题</translation>
    </message>
    <message>
        <source>No finding is chosen</source>
        <translation>未选择问题</translation>
    </message>
    <message>
        <source>Every check that could be made has passed or was accepted.</source>
        <translation>能做的检查都已通过，或风险已被接受。</translation>
    </message>
    <message>
        <source>Choose one in the list to see its place.</source>
        <translation>在列表中选择一个问题，查看其位置。</translation>
    </message>
    <message>
        <source>%1 open</source>
        <translation>%1 个待处理</translation>
    </message>
    <message>
        <source>%1 passed</source>
        <translation>%1 项通过</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Filter findings</source>
        <translation>筛选问题</translation>
    </message>
    <message>
        <source>Text of the file</source>
        <translation>文件内容</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>显示内容</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Effective</source>
        <translation>生效值</translation>
    </message>
    <message>
        <source>read %1</source>
        <translation>%1读取</translation>
    </message>
</context>
<context>
    <name>gw::Rolling</name>
    <message>
        <source>1 finding</source>
        <translation>1 个问题</translation>
    </message>
    <message>
        <source>%1 findings</source>
        <translation>%1 个问题</translation>
    </message>
    <message>
        <source>surveyed %1</source>
        <translation>采集于 %1</translation>
    </message>
    <message>
        <source>Is being surveyed</source>
        <translation>正在采集</translation>
    </message>
    <message>
        <source>Asks something before it lets anybody in: open it and answer</source>
        <translation>它在允许进入之前有问题要问：请打开它并回答</translation>
    </message>
    <message>
        <source>Was never surveyed</source>
        <translation>从未采集过</translation>
    </message>
    <message>
        <source>Is not connected: %1</source>
        <translation>未连接：%1</translation>
    </message>
    <message>
        <source>Was surveyed without root rights, which a change needs: open it and become root</source>
        <translation>采集时没有 root 权限，而变更需要该权限：请打开它并成为 root</translation>
    </message>
    <message>
        <source>Has a change open: keep or undo it first</source>
        <translation>有一项待决定的变更：请先保留或撤销</translation>
    </message>
    <message>
        <source>The server is not connected any more</source>
        <translation>与该服务器的连接已断开</translation>
    </message>
    <message>
        <source>Change this server by itself: then you decide what is kept</source>
        <translation>请单独更改这台服务器：由你决定保留什么</translation>
    </message>
    <message>
        <source>Make a plan</source>
        <translation>制定计划</translation>
    </message>
    <message>
        <source>It asks something before it lets anybody in: open it and answer</source>
        <translation>它在允许进入之前有问题要问：请打开它并回答</translation>
    </message>
</context>
<context>
    <name>gw::RolloutDesk</name>
    <message>
        <source>Read the key %1</source>
        <translation>读取密钥 %1</translation>
    </message>
    <message>
        <source>It does not stand there any more</source>
        <translation>它已不在那里</translation>
    </message>
    <message>
        <source>Has no user %1</source>
        <translation>没有用户 %1</translation>
    </message>
    <message>
        <source>Has this key already</source>
        <translation>已有此密钥</translation>
    </message>
    <message>
        <source>Add the key %1 for %2</source>
        <translation>为 %2 添加密钥 %1</translation>
    </message>
    <message>
        <source>Fix: %1</source>
        <translation>修复：%1</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Discard it</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>%1: nothing is changed yet, the choice of servers waits for you</source>
        <translation>%1：尚未更改任何内容，等待你选择服务器</translation>
    </message>
    <message>
        <source>%1: %2 of %3 servers are done</source>
        <translation>%1：%3 台服务器中已有 %2 台完成</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>A change of several servers is under way. If you close now, those at work go back to how they were, and no further one begins.</source>
        <translation>正在对多台服务器进行变更。如果现在关闭，正在处理的服务器将恢复原状，且不再更改其他服务器。</translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation>仍然关闭</translation>
    </message>
</context>
<context>
    <name>gw::RolloutPage</name>
    <message>
        <source>Step 1 of 3: choose the servers. Nothing is changed yet.</source>
        <translation>第 1 步，共 3 步：选择服务器。尚未更改任何内容。</translation>
    </message>
    <message>
        <source>Step 2 of 3: the plans are made from the servers as they are now. Nothing is changed yet.</source>
        <translation>第 2 步，共 3 步：根据服务器的当前状态制定计划。尚未更改任何内容。</translation>
    </message>
    <message>
        <source>Step 2 of 3: look at what will be done, and in which order. Nothing is changed yet.</source>
        <translation>第 2 步，共 3 步：查看将做什么以及顺序。尚未更改任何内容。</translation>
    </message>
    <message>
        <source>Step 3 of 3: %1 of %2 servers are done</source>
        <translation>第 3 步，共 3 步：%2 台服务器中已有 %1 台完成</translation>
    </message>
    <message>
        <source>Ended: %1</source>
        <translation>已结束：%1</translation>
    </message>
    <message>
        <source>Make the plans</source>
        <translation>制定计划</translation>
    </message>
    <message>
        <source>Make the plans (%1)</source>
        <translation>制定计划（%1）</translation>
    </message>
    <message>
        <source>Back to the choice of servers</source>
        <translation>返回选择服务器</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Nobody is asked about each server. A server keeps the change when every proof from outside was tried and held; otherwise it goes back by itself, and no further server is begun. Each server holds its own way back.</source>
        <translation>不会逐台询问。只有当每项外部证明都已尝试且成立时，服务器才保留变更；否则它自行恢复，并且不再更改其他服务器。每台服务器都有自己的退路。</translation>
    </message>
    <message>
        <source>The servers of this wave go on to their end; no further wave begins.</source>
        <translation>本批服务器继续到结束；不再开始下一批。</translation>
    </message>
    <message>
        <source>The servers at work are led back to how they were; no further one begins.</source>
        <translation>正在处理的服务器将恢复原状；不再更改其他服务器。</translation>
    </message>
    <message>
        <source>%1 does not keep the change, so no further server begins. Those at work go on to their own end.</source>
        <translation>%1 未保留变更，因此不再更改其他服务器。正在处理的服务器继续到各自结束。</translation>
    </message>
    <message>
        <source>It ended at %1: %2</source>
        <translation>在 %1 上停止：%2</translation>
    </message>
    <message>
        <source>It was stopped. The servers that keep the change stay as they are.</source>
        <translation>已停止。已保留变更的服务器保持不变。</translation>
    </message>
    <message>
        <source>Every server keeps the change. Each can be taken back from its history.</source>
        <translation>所有服务器都已保留变更。可从各自的历史记录中逐一撤销。</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>%1 take part</source>
        <translation>%1 台参与</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>%2 台中已有 %1 台完成</translation>
    </message>
    <message>
        <source>Start with the canary</source>
        <translation>从先行服务器开始</translation>
    </message>
    <message>
        <source>Changes the first server alone, then a quarter, then the rest</source>
        <translation>先单独更改第一台服务器，再更改四分之一，然后是其余的</translation>
    </message>
    <message>
        <source>Stop after this wave</source>
        <translation>本批之后停止</translation>
    </message>
    <message>
        <source>The servers at work go on to their end</source>
        <translation>正在处理的服务器继续到结束</translation>
    </message>
    <message>
        <source>Stop now</source>
        <translation>立即停止</translation>
    </message>
    <message>
        <source>The servers at work are led back to how they were</source>
        <translation>正在处理的服务器将恢复原状</translation>
    </message>
    <message>
        <source>Try the others again…</source>
        <translation>重试其余服务器…</translation>
    </message>
    <message>
        <source>Leads to the choice, with the servers that do not keep the change</source>
        <translation>回到选择界面，列出未保留变更的服务器</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>进度</translation>
    </message>
</context>
<context>
    <name>gw::SecretStore</name>
    <message>
        <source>No keychain is available</source>
        <translation>没有可用的钥匙串</translation>
    </message>
    <message>
        <source>The keychain cannot be used: %1</source>
        <translation>无法使用钥匙串：%1</translation>
    </message>
</context>
<context>
    <name>gw::ServerCardModel</name>
    <message>
        <source>Surveying…</source>
        <translation>正在采集…</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>无问题</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>count and severity</comment>
        <translation>%2 %1</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>另 %1 个</translation>
    </message>
    <message>
        <source>never surveyed</source>
        <translation>从未采集</translation>
    </message>
    <message>
        <source>No GPU</source>
        <translation>无 GPU</translation>
    </message>
    <message>
        <source>CPU load</source>
        <translation>CPU 负载</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
</context>
<context>
    <name>gw::ServerForm</name>
    <message>
        <source>No colour</source>
        <translation>无颜色</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>琥珀</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>紫</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>青</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>粉</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Tags, separated by commas</source>
        <translation>标签，以逗号分隔</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
</context>
<context>
    <name>gw::ServerPage</name>
    <message>
        <source>This computer</source>
        <translation>这台电脑</translation>
    </message>
    <message>
        <source>as root</source>
        <translation>以 root 身份</translation>
    </message>
    <message>
        <source>sudo ready</source>
        <translation>sudo 可用</translation>
    </message>
    <message>
        <source>needs root</source>
        <translation>需要 root 权限</translation>
    </message>
    <message>
        <source>driver %1</source>
        <translation>驱动 %1</translation>
    </message>
    <message>
        <source>up %1</source>
        <translation>已运行 %1</translation>
    </message>
    <message>
        <source>surveyed %1</source>
        <translation>%1采集</translation>
    </message>
    <message>
        <source>Asking the server: %1 of %2 answers</source>
        <translation>正在采集：已收到 %1 / %2 项应答</translation>
    </message>
    <message>
        <source>Asking the server</source>
        <translation>正在采集</translation>
    </message>
    <message>
        <source>The first answers are on their way</source>
        <translation>首批应答即将到达</translation>
    </message>
    <message>
        <source>Everything is asked in one go; nothing is installed and nothing is changed.</source>
        <translation>一次问完所有信息；不安装、不更改任何东西。</translation>
    </message>
    <message>
        <source>Not surveyed yet</source>
        <translation>尚未采集</translation>
    </message>
    <message>
        <source>A survey asks the server everything once and changes nothing on it. It takes about a second.</source>
        <translation>采集会一次性询问服务器的全部信息，不做任何更改，大约需要一秒。</translation>
    </message>
    <message>
        <source>Survey now</source>
        <translation>立即采集</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>审查</translation>
    </message>
    <message>
        <source>Parts of this server</source>
        <translation>这台服务器的各个页面</translation>
    </message>
    <message>
        <source>Enter password…</source>
        <translation>输入密码…</translation>
    </message>
    <message>
        <source>Asks for the password once and surveys again as root</source>
        <translation>询问一次密码，并以 root 身份重新采集</translation>
    </message>
    <message>
        <source>Export report…</source>
        <translation>导出报告…</translation>
    </message>
    <message>
        <source>Rescan</source>
        <translation>重新采集</translation>
    </message>
    <message>
        <source>This server is not in your list yet. Connected now, saved when you like.</source>
        <translation>这台服务器还不在列表中。现在已连接，随时可以保存。</translation>
    </message>
    <message>
        <source>Save server…</source>
        <translation>保存服务器…</translation>
    </message>
    <message>
        <source>SSH</source>
        <translation>SSH</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>Web</source>
        <translation>Web</translation>
    </message>
    <message>
        <source>Publish a service…</source>
        <translation>发布服务…</translation>
    </message>
</context>
<context>
    <name>gw::Session</name>
    <message>
        <source>It was not accepted</source>
        <translation>未被接受</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
</context>
<context>
    <name>gw::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Every change holds at once.</source>
        <translation>每项更改立即生效。</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Switches while the program runs.</source>
        <translation>运行中即可切换。</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>The system&apos;s wish, or always the same.</source>
        <translation>跟随系统，或始终不变。</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Passwords and passphrases</source>
        <translation>密码与密钥密码短语</translation>
    </message>
    <message>
        <source>What you choose to keep lies in the system&apos;s keychain, and nowhere else.</source>
        <translation>选择保存的内容只存放在系统钥匙串中，不存放在别处。</translation>
    </message>
    <message>
        <source>There is no keychain on this computer. Answers are kept in memory until the program ends and are never written to disk.</source>
        <translation>这台电脑上没有钥匙串。回答只保存在内存中，直到程序结束，绝不写入磁盘。</translation>
    </message>
    <message>
        <source>The keychain cannot be used (%1). Answers are kept in memory until the program ends and are never written to disk.</source>
        <translation>无法使用钥匙串（%1）。回答只保存在内存中，直到程序结束，绝不写入磁盘。</translation>
    </message>
    <message>
        <source>Forget all</source>
        <translation>全部忘记</translation>
    </message>
    <message>
        <source>Removes every password and passphrase of this program from the keychain</source>
        <translation>从钥匙串中删除本程序保存的所有密码和密钥密码短语</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Keep surveys</source>
        <translation>保留采集记录</translation>
    </message>
    <message>
        <source>Older ones are removed, except the last of each server.</source>
        <translation>更早的会被删除，但每台服务器的最后一次除外。</translation>
    </message>
    <message>
        <source>Days to keep surveys</source>
        <translation>采集记录保留天数</translation>
    </message>
    <message>
        <source> days</source>
        <translation> 天</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later.</source>
        <translation>自由软件，依 GNU 通用公共许可证第 3 版或更高版本发布。</translation>
    </message>
    <message>
        <source>Keep the journal as a git repository too</source>
        <translation>同时将变更日志保存为 git 仓库</translation>
    </message>
    <message>
        <source>journal.git in this folder: one commit for each kept change, a folder for each server.</source>
        <translation>此文件夹中的 journal.git：每项已保留的变更一次提交，每台服务器一个文件夹。</translation>
    </message>
</context>
<context>
    <name>gw::SeverityMark</name>
    <message>
        <source>%1: %2</source>
        <comment>severity: title</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>gw::Sidebar</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Survey again</source>
        <translation>重新采集</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>断开连接</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>从列表中移除</translation>
    </message>
    <message>
        <source>Search or run…</source>
        <translation>搜索或运行…</translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation>搜索或运行命令</translation>
    </message>
    <message>
        <source>Filter servers</source>
        <translation>筛选服务器</translation>
    </message>
    <message>
        <source>Pages and servers</source>
        <translation>页面与服务器</translation>
    </message>
    <message>
        <source>Add server</source>
        <translation>添加服务器</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>gw::SidebarModel</name>
    <message>
        <source>%1 findings, worst: %2</source>
        <translation>%1 个问题，最高级别：%2</translation>
    </message>
    <message>
        <source>no findings</source>
        <translation>没有问题</translation>
    </message>
    <message>
        <source>surveyed %1</source>
        <translation>%1采集</translation>
    </message>
    <message>
        <source>Fleet</source>
        <translation>机群</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>here</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>审查</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
</context>
<context>
    <name>gw::SiteList</name>
    <message>
        <source>No sites</source>
        <translation>没有站点</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>nginx has no server block here.</source>
        <translation>此处的 nginx 没有 server 块。</translation>
    </message>
    <message>
        <source>No site holds these words.</source>
        <translation>没有站点包含这些词。</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>站点</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Order of the sites</source>
        <translation>站点排序</translation>
    </message>
    <message>
        <source>Filter sites</source>
        <translation>筛选站点</translation>
    </message>
    <message>
        <source>The files of nginx are being read</source>
        <translation>正在读取 nginx 的文件</translation>
    </message>
</context>
<context>
    <name>gw::SitePanel</name>
    <message>
        <source>Disable…</source>
        <translation>停用…</translation>
    </message>
    <message>
        <source>Enable…</source>
        <translation>启用…</translation>
    </message>
    <message>
        <source>End maintenance…</source>
        <translation>结束维护…</translation>
    </message>
    <message>
        <source>Maintenance…</source>
        <translation>维护…</translation>
    </message>
    <message>
        <source>Copy…</source>
        <translation>复制…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Name of the new host</source>
        <translation>新主机的名称</translation>
    </message>
    <message>
        <source>This is no name of a host: letters, digits, dots and hyphens</source>
        <translation>主机名无效：只能包含字母、数字、点和连字符</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Answers on</source>
        <translation>应答地址</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>expired on %1</source>
        <translation>已于 %1 过期</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>未读取</translation>
    </message>
    <message>
        <source>Hands on to</source>
        <translation>转发到</translation>
    </message>
    <message>
        <source>%1: nobody listens</source>
        <translation>%1：无人监听</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>%1: listening</source>
        <translation>%1：正在监听</translation>
    </message>
</context>
<context>
    <name>gw::SshDesk</name>
    <message>
        <source>Making the plan</source>
        <translation>正在制定计划</translation>
    </message>
    <message>
        <source>Read %1</source>
        <translation>读取 %1</translation>
    </message>
    <message>
        <source>Use the key %1</source>
        <translation>使用密钥 %1</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>Its private part is not on this computer, so it could not be proven from here</source>
        <translation>它的私钥部分不在这台电脑上，因此无法从这里证明</translation>
    </message>
    <message>
        <source>Add a key of somebody else under “Add a key…”</source>
        <translation>他人的密钥请用“添加密钥…”添加</translation>
    </message>
    <message>
        <source>%1 is locked with a passphrase. Add it to the SSH agent (ssh-add) and try again.</source>
        <translation>%1 由口令锁定。请将它添加到 SSH agent（ssh-add）后重试。</translation>
    </message>
</context>
<context>
    <name>gw::SshKeysView</name>
    <message>
        <source>Authorised keys</source>
        <translation>授权密钥</translation>
    </message>
    <message>
        <source>1 key</source>
        <translation>1 个密钥</translation>
    </message>
    <message>
        <source>%1 keys</source>
        <translation>%1 个密钥</translation>
    </message>
    <message>
        <source>No key holds these words</source>
        <translation>没有密钥包含这些词</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>The keys are not known</source>
        <translation>密钥未知</translation>
    </message>
    <message>
        <source>They could not be read: %1.</source>
        <translation>无法读取：%1。</translation>
    </message>
    <message>
        <source>No user can log in</source>
        <translation>没有用户可以登录</translation>
    </message>
    <message>
        <source>No account of this server has a shell.</source>
        <translation>这台服务器上没有账户拥有 shell。</translation>
    </message>
    <message>
        <source>The only key of %1, as whom you are logged in, and passwords are off: add another one first.</source>
        <translation>这是 %1 唯一的密钥，你正以此用户登录，而且密码登录已关闭：请先添加另一个密钥。</translation>
    </message>
    <message>
        <source>The only key of %1, as whom you are logged in.</source>
        <translation>这是 %1 唯一的密钥，你正以此用户登录。</translation>
    </message>
    <message>
        <source>Filter keys</source>
        <translation>筛选密钥</translation>
    </message>
    <message>
        <source>Add a key…</source>
        <translation>添加密钥…</translation>
    </message>
    <message>
        <source>Roll out to other servers…</source>
        <translation>推行到其他服务器…</translation>
    </message>
    <message>
        <source>Copy fingerprint</source>
        <translation>复制指纹</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
</context>
<context>
    <name>gw::SshPage</name>
    <message>
        <source>You are logged in as %1.</source>
        <translation>你以 %1 的身份登录。</translation>
    </message>
    <message>
        <source>You are logged in as %1 from %2.</source>
        <translation>你以 %1 的身份从 %2 登录。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>防护</translation>
    </message>
    <message>
        <source>Parts of SSH</source>
        <translation>SSH 的各部分</translation>
    </message>
    <message>
        <source>Harden…</source>
        <translation>加固…</translation>
    </message>
    <message>
        <source>Makes one plan of everything that the review found about sshd</source>
        <translation>针对审查发现的所有 sshd 问题制定一个计划</translation>
    </message>
    <message>
        <source>You are logged in as %1 from %2 with %3.</source>
        <translation>你以 %1 的身份从 %2 登录，使用的是%3。</translation>
    </message>
</context>
<context>
    <name>gw::SshProtectionView</name>
    <message>
        <source>Services</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>%1 as root</source>
        <translation>%1 个以 root 运行</translation>
    </message>
    <message>
        <source>What takes requests needs no rights over the server: a user of its own, and 127.0.0.1 with nginx in front.</source>
        <translation>接收请求的服务不需要对服务器拥有权限：为它设置专用用户，监听 127.0.0.1，前面放置 nginx。</translation>
    </message>
    <message>
        <source>Services that run as root or listen on all addresses</source>
        <translation>以 root 运行或监听所有地址的服务</translation>
    </message>
    <message>
        <source>No service runs as root without need, and none listens on all addresses.</source>
        <translation>没有服务不必要地以 root 运行，也没有服务监听所有地址。</translation>
    </message>
    <message>
        <source>Not known: %1</source>
        <translation>未知：%1</translation>
    </message>
    <message>
        <source>%1: exposure %2 → %3</source>
        <comment>unit: before → after</comment>
        <translation>%1：暴露评分 %2 → %3</translation>
    </message>
</context>
<context>
    <name>gw::SshSettingsView</name>
    <message>
        <source>Not surveyed yet</source>
        <translation>尚未采集</translation>
    </message>
    <message>
        <source>A survey tells how sshd is set up.</source>
        <translation>采集之后即可了解 sshd 的设置。</translation>
    </message>
    <message>
        <source>No sshd on this server</source>
        <translation>这台服务器上没有 sshd</translation>
    </message>
    <message>
        <source>Nobody logs in here over SSH: there is nothing to set.</source>
        <translation>这里没有人通过 SSH 登录：没有可设置的内容。</translation>
    </message>
    <message>
        <source>The settings are not known</source>
        <translation>设置未知</translation>
    </message>
    <message>
        <source>They could not be read: %1.</source>
        <translation>无法读取：%1。</translation>
    </message>
    <message>
        <source>Enter password…</source>
        <translation>输入密码…</translation>
    </message>
    <message>
        <source>sshd refuses its configuration: %1</source>
        <translation>sshd 拒绝其配置：%1</translation>
    </message>
    <message>
        <source>%1 could not be read (%2): what it sets is missing here.</source>
        <translation>%1 无法读取（%2）：其中的设置未显示在此。</translation>
    </message>
    <message>
        <source>The values are worked out from the files, because sshd itself could not be asked: %1.</source>
        <translation>由于无法询问 sshd 本身，这些值由文件推算得出：%1。</translation>
    </message>
    <message>
        <source>systemd listens for sshd (ssh.socket): Port in its files has no effect, a plan changes the socket.</source>
        <translation>systemd 代 sshd 监听（ssh.socket）：其文件中的 Port 不起作用，计划会更改该套接字。</translation>
    </message>
    <message>
        <source>Nothing is changed</source>
        <translation>没有更改</translation>
    </message>
    <message>
        <source>1 change</source>
        <translation>1 项更改</translation>
    </message>
    <message>
        <source>%1 changes</source>
        <translation>%1 项更改</translation>
    </message>
    <message>
        <source>One value cannot be used yet.</source>
        <translation>有一个值尚不可用。</translation>
    </message>
    <message>
        <source>Every change is shown before it is made, with its way back.</source>
        <translation>每项变更在执行之前都会连同其退路一起显示。</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Plan these changes…</source>
        <translation>为这些更改制定计划…</translation>
    </message>
    <message>
        <source>%1 values cannot be used yet.</source>
        <translation>有 %1 个值尚不可用。</translation>
    </message>
</context>
<context>
    <name>gw::SshdForm</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Filter settings</source>
        <translation>筛选设置</translation>
    </message>
    <message>
        <source>No setting holds these words.</source>
        <translation>没有设置包含这些词。</translation>
    </message>
</context>
<context>
    <name>gw::SshdRow</name>
    <message>
        <source>was %1 · %2</source>
        <comment>value · where it comes from</comment>
        <translation>原值：%1 · %2</translation>
    </message>
    <message>
        <source>now %1 · %2</source>
        <comment>value · where it comes from</comment>
        <translation>当前：%1 · %2</translation>
    </message>
    <message>
        <source>Other values hold for %1</source>
        <comment>list of &apos;user: value&apos;</comment>
        <translation>对部分用户另有取值：%1</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>Take back the change of %1</source>
        <translation>撤回对“%1”的更改</translation>
    </message>
    <message>
        <source>Take back this change</source>
        <translation>撤回此更改</translation>
    </message>
</context>
<context>
    <name>gw::SshdSource</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>显示内容</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Effective</source>
        <translation>生效值</translation>
    </message>
    <message>
        <source>Text of the file</source>
        <translation>文件内容</translation>
    </message>
    <message>
        <source>What sshd uses in the end</source>
        <translation>sshd 最终采用的值</translation>
    </message>
    <message>
        <source>%1 is decided by %2</source>
        <translation>%1 由 %2 决定</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>keyword: where its value comes from</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>without effect: %1</source>
        <translation>不起作用：%1</translation>
    </message>
    <message>
        <source>in Match blocks: %1</source>
        <translation>在 Match 块中：%1</translation>
    </message>
</context>
<context>
    <name>gw::StepDetail</name>
    <message>
        <source>Before &quot;keep&quot; is offered, a second connection is opened from this computer, with the settings as they are then. The first one stays open meanwhile.</source>
        <translation>在询问“保留”之前，会从这台电脑按届时的设置打开第二个连接。第一个连接在此期间保持打开。</translation>
    </message>
    <message>
        <source>Before &quot;keep&quot; is offered, this computer tries the port as anybody else would.</source>
        <translation>在询问“保留”之前，这台电脑会像任何人一样尝试该端口。</translation>
    </message>
    <message>
        <source>Before &quot;keep&quot; is offered, this computer asks for this address.</source>
        <translation>在询问“保留”之前，这台电脑会请求该地址。</translation>
    </message>
    <message>
        <source>Before &quot;keep&quot; is offered, the server is asked whether it is active.</source>
        <translation>在询问“保留”之前，会询问服务器它是否处于运行状态。</translation>
    </message>
    <message>
        <source>If it fails, everything returns at once.</source>
        <translation>如果失败，一切立即恢复。</translation>
    </message>
    <message>
        <source>.</source>
        <translation>。</translation>
    </message>
    <message>
        <source>The content is secret</source>
        <translation>内容为机密</translation>
    </message>
    <message>
        <source>It is written as it is and shown nowhere: not here, not in an export and not in the journal.</source>
        <translation>内容按原样写入，但不在任何地方显示：不在此处，不在导出中，也不在变更日志中。</translation>
    </message>
    <message>
        <source>new file</source>
        <translation>新文件</translation>
    </message>
    <message>
        <source>%1, before: %2</source>
        <translation>%1，之前：%2</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>symbolic link</source>
        <translation>符号链接</translation>
    </message>
    <message>
        <source>What runs, as root</source>
        <translation>以 root 运行的命令</translation>
    </message>
    <message>
        <source>Way back</source>
        <translation>退路</translation>
    </message>
    <message>
        <source>Before &quot;keep&quot; is offered, this computer asks the server for this address, by its name, whether or not name service knows it yet.</source>
        <translation>在询问是否“保留”之前，这台电脑会用名称向服务器请求此地址，无论 DNS 是否已能解析该名称。</translation>
    </message>
    <message>
        <source>Before &quot;keep&quot; is offered, this computer asks the model for a few words, and looks whether they come one by one.</source>
        <translation>在提供“保留”之前，本机会请模型说几个词，并查看它们是否逐个到达。</translation>
    </message>
</context>
<context>
    <name>gw::UndoForm</name>
    <message>
        <source>The whole change is taken back, its commands too.</source>
        <translation>撤销整项变更，包括其命令。</translation>
    </message>
    <message>
        <source>Only the chosen files are rolled back; commands stay as they are.</source>
        <translation>仅回滚所选文件；命令保持不变。</translation>
    </message>
    <message>
        <source>Choose at least one file.</source>
        <translation>请至少选择一个文件。</translation>
    </message>
    <message>
        <source>Undo this change</source>
        <translation>撤销此变更</translation>
    </message>
    <message>
        <source>You see the plan before anything runs. Where a file was edited since, the edits are kept if both fit together; if not, the plan is refused and shows why.</source>
        <translation>在运行任何内容之前，你会看到计划。如果文件之后被编辑过，只要两者相容就保留那些编辑；否则计划会被拒绝并说明原因。</translation>
    </message>
    <message>
        <source>Show the plan…</source>
        <translation>显示计划…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>%1 (secret, its content was not kept)</source>
        <translation>%1（机密，内容未保存）</translation>
    </message>
</context>
<context>
    <name>gw::WebDesk</name>
    <message>
        <source>Making the plan</source>
        <translation>正在制定计划</translation>
    </message>
</context>
<context>
    <name>gw::WebEditor</name>
    <message>
        <source>Nothing is changed</source>
        <translation>没有更改</translation>
    </message>
    <message>
        <source>What you type into this file is compared here.</source>
        <translation>你在此文件中输入的内容会在这里对比显示。</translation>
    </message>
    <message numerus="yes">
        <source>%n places</source>
        <translation>
            <numerusform>%n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>未找到</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>This cannot be a name</source>
        <translation>不能用作名称</translation>
    </message>
    <message>
        <source>There is one of this name</source>
        <translation>已有同名项</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Effective</source>
        <translation>生效值</translation>
    </message>
    <message>
        <source>Diff</source>
        <translation>差异</translation>
    </message>
    <message>
        <source>What is shown of the file</source>
        <translation>文件的显示内容</translation>
    </message>
    <message>
        <source>File of nginx</source>
        <translation>nginx 文件</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>已编辑</translation>
    </message>
    <message>
        <source>Back to where you came from</source>
        <translation>返回原处</translation>
    </message>
    <message>
        <source>Source of the file</source>
        <translation>文件原文</translation>
    </message>
    <message>
        <source>What holds in the end</source>
        <translation>最终生效的内容</translation>
    </message>
    <message>
        <source>Lines that were found</source>
        <translation>找到的行</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>表单</translation>
    </message>
    <message>
        <source>nginx does not read this file: nothing of it holds.</source>
        <translation>nginx 不读取此文件：其中的内容都不生效。</translation>
    </message>
    <message>
        <source>Go to where it is defined</source>
        <translation>转到定义处</translation>
    </message>
    <message>
        <source>Rename the upstream everywhere…</source>
        <translation>在所有位置重命名上游…</translation>
    </message>
    <message>
        <source>Find in all files…</source>
        <translation>在所有文件中查找…</translation>
    </message>
    <message>
        <source>Format the selection, or the file</source>
        <translation>格式化所选内容或整个文件</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤消</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>剪切</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>All files are being read…</source>
        <translation>正在读取所有文件…</translation>
    </message>
    <message>
        <source>Comment the lines, or not</source>
        <translation>注释或取消注释这些行</translation>
    </message>
</context>
<context>
    <name>gw::WebPage</name>
    <message>
        <source>nginx would refuse %1, line %2: %3</source>
        <translation>nginx 会拒绝 %1 第 %2 行：%3</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Plan anyway…</source>
        <translation>仍然制定计划…</translation>
    </message>
    <message>
        <source>Not surveyed yet</source>
        <translation>尚未采集</translation>
    </message>
    <message>
        <source>A survey tells which sites nginx serves.</source>
        <translation>采集之后即可了解 nginx 提供哪些站点。</translation>
    </message>
    <message>
        <source>No nginx on this server</source>
        <translation>这台服务器上没有 nginx</translation>
    </message>
    <message>
        <source>The files of nginx are not known</source>
        <translation>nginx 的文件未知</translation>
    </message>
    <message>
        <source>They could not be read: %1.</source>
        <translation>无法读取：%1。</translation>
    </message>
    <message>
        <source>Enter password…</source>
        <translation>输入密码…</translation>
    </message>
    <message>
        <source>nginx refuses its configuration: %1</source>
        <translation>nginx 拒绝其配置：%1</translation>
    </message>
    <message>
        <source>%1 could not be read (%2): what it holds is missing here.</source>
        <translation>无法读取 %1（%2）：此处缺少其中的内容。</translation>
    </message>
    <message>
        <source>Nothing is changed</source>
        <translation>没有更改</translation>
    </message>
    <message>
        <source>1 file is changed</source>
        <translation>已更改 1 个文件</translation>
    </message>
    <message>
        <source>%1 files are changed</source>
        <translation>已更改 %1 个文件</translation>
    </message>
    <message>
        <source>Every change is checked with nginx -t and shown before it is made.</source>
        <translation>每项更改在执行之前都会用 nginx -t 检查并显示出来。</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Plan these changes…</source>
        <translation>为这些更改制定计划…</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>站点</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Parts of the web server</source>
        <translation>Web 服务器的各部分</translation>
    </message>
    <message>
        <source>Nothing is served by it. Publish a service, and it is installed with it.</source>
        <translation>没有用它提供任何内容。发布服务时会一并安装。</translation>
    </message>
    <message>
        <source>Publish a service…</source>
        <translation>发布服务…</translation>
    </message>
    <message>
        <source>nginx refuses its configuration: %1, line %2: %3</source>
        <translation>nginx 拒绝其配置：%1，第 %2 行：%3</translation>
    </message>
</context>
<context>
    <name>gw::Window</name>
    <message>
        <source>No keychain is available: passwords are kept in memory until Gatewright is closed.</source>
        <translation>没有可用的钥匙串：密码只保存在内存中，直到 Gatewright 关闭。</translation>
    </message>
    <message>
        <source>The report is in %1</source>
        <translation>报告已保存到 %1</translation>
    </message>
    <message>
        <source>The key file %1 cannot be read</source>
        <translation>无法读取密钥文件 %1</translation>
    </message>
    <message>
        <source>Remove %1 with its kept surveys and accepted risks?</source>
        <translation>要移除 %1 以及它保存的采集记录和已接受的风险吗？</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>nginx</name>
    <message>
        <source>Answers get a second Content-Type</source>
        <translation>应答会带有第二个 Content-Type</translation>
    </message>
    <message>
        <source>nginx (or the service) sends one already, and add_header adds another: which of them counts is up to the client. Write “default_type”, or set the type where the answer is made.</source>
        <translation>nginx（或服务）已经发送了一个，add_header 又加一个：以哪个为准由客户端决定。请改用 “default_type”，或在生成应答的地方设置类型。</translation>
    </message>
    <message>
        <source>The value of %1 is on several lines</source>
        <translation>%1 的值跨越多行</translation>
    </message>
    <message>
        <source>nginx sends the line breaks: what stands on the next line is a header of its own, or a broken answer. Write the value on one line.</source>
        <translation>nginx 会原样发送换行：下一行的内容会成为单独的标头，或使应答损坏。请将值写在一行内。</translation>
    </message>
    <message>
        <source>nginx sends the line breaks, and RFC 9112 does away with headers that go on in the next line: clients and proxies cut the value or refuse the answer. Write it on one line.</source>
        <translation>nginx 会原样发送换行，而 RFC 9112 已废除跨行的标头：客户端和代理会截断该值或拒绝应答。请写在一行内。</translation>
    </message>
    <message>
        <source>What this block answers lacks %1</source>
        <translation>此块的应答缺少 %1</translation>
    </message>
    <message>
        <source>%1 lines of a block replace all those of the blocks around it. Repeat what is to be sent here too, or put all of it into a file that both include; from nginx 1.29.3 on, “%1_inherit merge” keeps both.</source>
        <translation>块中的 %1 行会取代外层各块的全部同类行。请将要发送的内容在此处也重复一遍，或全部放入一个由两处共同包含的文件；自 nginx 1.29.3 起，“%1_inherit merge” 可同时保留两者。</translation>
    </message>
    <message>
        <source>Requests can leave the folder of this alias</source>
        <translation>请求可以越出此 alias 的文件夹</translation>
    </message>
    <message>
        <source>The location has no slash at its end and the alias has one: %1../ is the folder above the alias, with everything in it. Write “location %1/”.</source>
        <translation>location 末尾没有斜杠，而 alias 有：%1../ 就是 alias 的上级文件夹，其中的一切都会暴露。请写 “location %1/”。</translation>
    </message>
    <message>
        <source>Neither ends with a slash: whatever begins with this name, %1-old or %1.bak, is served as well. Write both with a slash at the end.</source>
        <translation>两者末尾都没有斜杠：以此名称开头的 %1-old 或 %1.bak 等也会被提供。请在两者末尾都加上斜杠。</translation>
    </message>
    <message>
        <source>What the pattern takes from the URI is put into the path where no slash parts it from what stands before: it can go on with a dot or with another name and lead to files beside the alias. Let a slash stand before the group, in the location and in the alias.</source>
        <translation>正则表达式从 URI 中取出的内容被放入路径，而它与前面的内容之间没有斜杠隔开：它可以接着一个点或另一个名称，从而指向 alias 之外的文件。请在 location 和 alias 中都让该分组前有斜杠。</translation>
    </message>
    <message>
        <source>The list of addresses keeps nobody out</source>
        <translation>地址列表没有挡住任何人</translation>
    </message>
    <message>
        <source>Who is in none of the lines is let in: a list ends with “deny all;”, and a “deny” of the blocks around does not hold where a block has a list of its own.</source>
        <translation>不在任何一行中的访客都会放行：列表应以 “deny all;” 结尾；块有自己的列表时，外层块中的 “deny” 不再生效。</translation>
    </message>
    <message>
        <source>Nothing says which server answers unknown names on %1</source>
        <translation>没有指明由哪个 server 应答 %1 上的未知名称</translation>
    </message>
    <message>
        <source>Without default_server it is the first one that nginx reads, here this one: another file whose name sorts before it changes that. Mark one, best one that answers nobody (“return 444;”).</source>
        <translation>没有 default_server 时，由 nginx 最先读取的 server 应答，此处就是这一个：一旦有文件名排序更靠前的文件，情况就会改变。请明确标明一个，最好是不应答任何人的 server（“return 444;”）。</translation>
    </message>
    <message>
        <source>Errors are logged to a file named “off”</source>
        <translation>错误被记录到名为“off”的文件中</translation>
    </message>
    <message>
        <source>error_log has no “off”: the word is taken for a file. Without a log of errors nobody sees attacks or faults; to lose it nevertheless, write “error_log /dev/null crit;”.</source>
        <translation>error_log 没有“off”这个取值：它会被当作文件名。没有错误日志，就没人看得到攻击和故障；若确实不要日志，请写“error_log /dev/null crit;”。</translation>
    </message>
    <message>
        <source>A folder of the system is published</source>
        <translation>系统目录被发布了</translation>
    </message>
    <message>
        <source>Every file below it that nginx&apos;s user can read is there for everybody: configurations, keys, other people&apos;s data. Publish a folder that holds nothing else.</source>
        <translation>其下凡是 nginx 用户能读的文件，人人都能取得：配置、密钥、别人的数据。请发布一个不含其他内容的目录。</translation>
    </message>
    <message>
        <source>$%1 is empty for everything that is not listed</source>
        <translation>对未列出的值，$%1 为空</translation>
    </message>
    <message>
        <source>A request decides where it goes, or whether it may, by this variable, and nothing says what holds for all others. Begin the block with a “default”.</source>
        <translation>请求去往何处、是否放行由这个变量决定，却没有写明其他情况下的取值。请在块首写上“default”。</translation>
    </message>
    <message>
        <source>Whoever reads it cannot tell whether that is meant. Begin the block with “default &quot;&quot;;”.</source>
        <translation>读者无法判断这是否有意为之。请在块首写上“default &quot;&quot;;”。</translation>
    </message>
    <message>
        <source>A client chooses the host name that the service sees (%1)</source>
        <translation>服务看到的主机名由客户端决定（%1）</translation>
    </message>
    <message>
        <source>$http_host is what the client wrote, also where nginx took the request for another name (an absolute URI) or for none. Links, password mails and caches of the service then carry a foreign name. Send $host.</source>
        <translation>$http_host 是客户端写的内容，即使 nginx 认定请求属于另一个名字（绝对 URI）或没有名字时也一样。服务的链接、密码邮件和缓存就会带上别人的名字。请发送 $host。</translation>
    </message>
    <message>
        <source>The service believes to be whatever name stands there: its links, mails and caches carry it. Send $host.</source>
        <translation>服务会以为自己就叫那里写的名字：它的链接、邮件和缓存都会带上它。请发送 $host。</translation>
    </message>
    <message>
        <source>Browsers are not told to come back over TLS only (HSTS)</source>
        <translation>没有要求浏览器只经 TLS 再次访问（HSTS）</translation>
    </message>
    <message>
        <source>Who types the name without https:// asks over plain HTTP first, and whoever stands between can answer instead. Add “add_header Strict-Transport-Security &quot;max-age=63072000&quot; always;”, once all pages of the name work over TLS.</source>
        <translation>不输入 https:// 的人首先走明文 HTTP，中间人可以抢先应答。等该名字的所有页面都能经 TLS 访问后，请添加“add_header Strict-Transport-Security &quot;max-age=63072000&quot; always;”。</translation>
    </message>
    <message>
        <source>Browsers forget soon that this name wants TLS (HSTS)</source>
        <translation>浏览器很快就会忘记该名字需要 TLS（HSTS）</translation>
    </message>
    <message>
        <source>Less than half a year: whoever comes back later asks over plain HTTP again. Mozilla advises two years, max-age=63072000.</source>
        <translation>不足半年：过后再来的人又会先走明文 HTTP。Mozilla 建议两年，即 max-age=63072000。</translation>
    </message>
    <message>
        <source>A connection for one name can carry requests for another to this server</source>
        <translation>为某个名字建立的连接，可以把发往其他名字的请求带到这台服务器</translation>
    </message>
    <message>
        <source>HTTP/2 lets a browser reuse a connection whose certificate fits: such a request gets here past the refused handshake, and is answered with the default files. “location / { return 421; }” sends the browser back to the right connection.</source>
        <translation>HTTP/2 允许浏览器复用证书相符的连接：这样的请求绕过被拒绝的握手来到这里，并得到默认文件。“location / { return 421; }”会让浏览器换用正确的连接。</translation>
    </message>
    <message>
        <source>%1 can carry a line break into the request to the service</source>
        <translation>%1 可以把换行带进发给服务的请求</translation>
    </message>
    <message>
        <source>%1 can carry a line break into a response header</source>
        <translation>%1 可以把换行带进响应头</translation>
    </message>
    <message>
        <source>%1 can carry a carriage return into a response header</source>
        <translation>%1 可以把回车带进响应头</translation>
    </message>
    <message>
        <source>No login is asked for here, so that $remote_user holds whatever a client encodes into its Authorization header, line breaks too: it writes headers, or a second request, of its own. Ask for the login here, or leave it out.</source>
        <translation>这里不要求登录，$remote_user 就是客户端在 Authorization 头中编码的任何内容，包括换行：客户端可借此写入自己的请求头或第二个请求。请在这里要求登录，或去掉该变量。</translation>
    </message>
    <message>
        <source>nginx decodes “%0A” in the path; put into the request as it is, it begins a new line: a client writes headers, or a second request, of its own. Use $request_uri, or a pattern that takes no line breaks ([^/\s]+).</source>
        <translation>nginx 会解码路径中的“%0A”；原样放进请求就开始了新的一行：客户端可借此写入自己的请求头或第二个请求。请用 $request_uri，或不接受换行的模式（[^/\s]+）。</translation>
    </message>
    <message>
        <source>nginx decodes “%0A” in the path; put into the header as it is, it begins a new line: a link can set cookies or show a page of its own. Use $request_uri, or a pattern that takes no line breaks ([^/\s]+).</source>
        <translation>nginx 会解码路径中的“%0A”；原样放进响应头就开始了新的一行：一个链接就能设置 Cookie 或显示别人的页面。请用 $request_uri，或不接受换行的模式（[^/\s]+）。</translation>
    </message>
    <message>
        <source>A dot takes a carriage return (“%0D”) as well. Few clients take it for the end of a line; [^\r\n] in the pattern is safe with all.</source>
        <translation>点号也匹配回车（“%0D”）。把它当作行尾的客户端很少；模式中写 [^\r\n] 则对所有客户端都安全。</translation>
    </message>
    <message>
        <source>Where the condition holds, the request is carried out in the block of the “if”, and try_files of the location is not inherited by it: it does nothing then. Use a map instead.</source>
        <translation>条件成立时，请求在“if”块中处理，而 location 的 try_files 不会继承进去：此时它不起作用。请改用 map。</translation>
    </message>
    <message>
        <source>“if” in a location is a nested location of its own: some directives of the outer one do not hold in it. In it only “return” and “rewrite … last” are sure to do what they say; a map does the same without surprise.</source>
        <translation>location 中的“if”本身是一个嵌套的 location：外层的一些指令在其中不起作用。其中只有“return”和“rewrite … last”一定按字面行事；map 能做到同样的事而没有意外。</translation>
    </message>
    <message>
        <source>“if” in a location is a nested location of its own: where two conditions hold, only the last block counts, and headers, handlers and files of the outer one may not hold in it. Use a map, or locations, or “return” in the “if”.</source>
        <translation>location 中的“if”本身是一个嵌套的 location：两个条件同时成立时只有最后一个块算数，外层的头、处理方式和文件在其中可能不起作用。请用 map、location，或在“if”中用“return”。</translation>
    </message>
    <message>
        <source>“%1” stands in an “if” of a location</source>
        <translation>“%1”写在 location 的“if”里</translation>
    </message>
    <message>
        <source>nginx refuses this pattern: %1</source>
        <translation>nginx 不接受这个模式：%1</translation>
    </message>
    <message>
        <source>With it nginx does not start and takes no new configuration. The fault is at byte %1 of the pattern.</source>
        <translation>有了它，nginx 无法启动，也不接受新配置。错误在模式的第 %1 字节。</translation>
    </message>
    <message>
        <source>%1 is always empty here: no pattern has that group</source>
        <translation>%1 在这里总是空的：没有模式含有这个分组</translation>
    </message>
    <message>
        <source>A number stands for what a pair of parentheses of the pattern took; (?i) and (?:…) take nothing, and “!~” leaves nothing behind. Put parentheses around what is meant.</source>
        <translation>数字代表模式中一对括号所取得的内容；(?i) 和 (?:…) 不取内容，“!~”也不留下内容。请在所指的部分加上括号。</translation>
    </message>
    <message>
        <source>Connections are closed after %1 requests</source>
        <translation>连接在 %1 个请求后关闭</translation>
    </message>
    <message>
        <source>A page with many parts, or a client of an HTTP/2 API, needs new connections all the time, and requests that were under way are tried again. The default has been 1000 since nginx 1.19.10.</source>
        <translation>内容很多的页面或 HTTP/2 API 的客户端要不断建立新连接，进行中的请求会重试。自 nginx 1.19.10 起默认值为 1000。</translation>
    </message>
    <message>
        <source>merge_slashes is on anyway</source>
        <translation>merge_slashes 本来就是开启的</translation>
    </message>
    <message>
        <source>It is the default: nginx looks at /a//b as /a/b, while the service may get it as it was sent. Who writes it down should mean it; a service that tells // from / needs “off”.</source>
        <translation>这是默认值：nginx 把 /a//b 看作 /a/b，而服务收到的可能是原样。写出来就应当是有意为之；区分 // 与 / 的服务需要“off”。</translation>
    </message>
    <message>
        <source>The address of %1 is asked once, when nginx starts</source>
        <translation>%1 的地址只在 nginx 启动时查询一次</translation>
    </message>
    <message>
        <source>When it moves, requests go to whoever has the old address until the next reload; and nginx does not start while the name cannot be resolved. Put the name into a variable and set a resolver, or, from nginx 1.27.3 on, write “resolve” behind the server of the upstream.</source>
        <translation>地址变更后，在下次重新加载之前请求会发给旧地址的主人；名字无法解析时 nginx 也无法启动。请把名字放进变量并设置 resolver，或自 nginx 1.27.3 起在 upstream 的 server 后写“resolve”。</translation>
    </message>
    <message>
        <source>A name is to be resolved here, and no resolver is set</source>
        <translation>这里需要解析名字，却没有设置 resolver</translation>
    </message>
    <message>
        <source>A name that comes from a variable (or has “resolve”) is looked up for each request; without a “resolver” nginx answers 502: “no resolver defined”.</source>
        <translation>来自变量（或带“resolve”）的名字每次请求都要查询；没有“resolver”，nginx 会应答 502：“no resolver defined”。</translation>
    </message>
    <message>
        <source>One process answers all requests</source>
        <translation>所有请求由一个进程应答</translation>
    </message>
    <message>
        <source>Without worker_processes nginx starts a single one, however many cores there are: a slow disk or a costly TLS handshake holds up everybody. Write “worker_processes auto;”.</source>
        <translation>没有 worker_processes 时，无论有多少核，nginx 只启动一个进程：一块慢盘或一次昂贵的 TLS 握手会拖住所有人。请写“worker_processes auto;”。</translation>
    </message>
    <message>
        <source>$%1 and $%2 are one variable</source>
        <translation>$%1 与 $%2 是同一个变量</translation>
    </message>
    <message>
        <source>To nginx names of variables are the same in capitals and small letters. Whoever reads this takes them for two: write both alike.</source>
        <translation>对 nginx 来说，变量名不分大小写。读者会以为是两个变量：请写成一样。</translation>
    </message>
    <message>
        <source>nginx %1 has the fix, and your distribution may have put it into its own package: install its security updates.</source>
        <translation>nginx %1 已修复，您的发行版也可能已把修复放进自己的软件包：请安装其安全更新。</translation>
    </message>
    <message>
        <source>nginx %1 has the fix.</source>
        <translation>nginx %1 已修复。</translation>
    </message>
    <message>
        <source>%1, line %2 cannot be read: %3</source>
        <translation>%1 第 %2 行无法读取：%3</translation>
    </message>
    <message>
        <source>The pattern takes a foreign origin for a trusted one: %1</source>
        <translation>该模式会把外来的 Origin 当作可信的：%1</translation>
    </message>
    <message>
        <source>The pattern takes a foreign Referer for a trusted one: %1</source>
        <translation>该模式会把外来的 Referer 当作可信的：%1</translation>
    </message>
    <message>
        <source>Anybody can register that name, and pages on it are then treated as yours. Begin the pattern with “^https://”, write “\.” for a dot, and end it where the host ends: “$” for an origin, “(/|$)” for a Referer.</source>
        <translation>任何人都能注册那个名字，其上的页面就会被当作您自己的。模式请以“^https://”开头，点号写作“\.”，并在主机名结束处结束：Origin 用“$”，Referer 用“(/|$)”。</translation>
    </message>
    <message>
        <source>The pattern matches no origin that a browser sends</source>
        <translation>该模式不匹配浏览器会发送的任何 Origin</translation>
    </message>
    <message>
        <source>The pattern matches no Referer that a browser sends</source>
        <translation>该模式不匹配浏览器会发送的任何 Referer</translation>
    </message>
    <message>
        <source>An Origin is scheme, host in lower case and port, “https://example.org”, without a path or a slash at its end.</source>
        <translation>Origin 由协议、小写主机名和端口组成，如“https://example.org”，没有路径，末尾也没有斜杠。</translation>
    </message>
    <message>
        <source>A Referer is a whole URL with its host in lower case: “https://example.org/…”.</source>
        <translation>Referer 是完整的 URL，主机名小写：“https://example.org/…”。</translation>
    </message>
    <message>
        <source>The pattern trusts a page that came without TLS: %1</source>
        <translation>该模式信任未经 TLS 得到的页面：%1</translation>
    </message>
    <message>
        <source>Whoever stands between the browser and that site can change the page, and act here as the site. Begin the pattern with “^https://”.</source>
        <translation>浏览器与该站点之间的任何人都能改动页面，并以该站点的身份在此行事。模式请以“^https://”开头。</translation>
    </message>
    <message>
        <source>No browser sends a header “Referrer”</source>
        <translation>没有浏览器发送名为“Referrer”的头</translation>
    </message>
    <message>
        <source>The name of the header is misspelt in the standard itself: Referer. $http_referrer is always empty; write $http_referer.</source>
        <translation>这个头的名字在标准中就拼错了：Referer。$http_referrer 总是空的；请写 $http_referer。</translation>
    </message>
    <message>
        <source>Every site is told that it may read the answers</source>
        <translation>每个网站都被告知可以读取应答</translation>
    </message>
    <message>
        <source>Whatever origin asks is sent back as the one that is allowed, with credentials: any page that a user opens reads and does here what the user may. Let a map say which origins are allowed, and send its value.</source>
        <translation>无论哪个 Origin 来问，都被当作允许的 Origin 连同凭据一起返回：用户打开的任何页面都能在这里读取和操作用户所能及的一切。请用 map 列出允许的 Origin，并发送它的值。</translation>
    </message>
    <message>
        <source>Whatever origin asks is sent back as the one that is allowed: any page that a user opens reads what this server shows the user&apos;s machine. Let a map say which origins are allowed, and send its value.</source>
        <translation>无论哪个 Origin 来问，都被当作允许的 Origin 返回：用户打开的任何页面都能读取这台服务器给用户机器看的内容。请用 map 列出允许的 Origin，并发送它的值。</translation>
    </message>
    <message>
        <source>Groups inside each other meet a fault of nginx (CVE-2026-9256)</source>
        <translation>相互嵌套的分组会触发 nginx 的一个缺陷（CVE-2026-9256）</translation>
    </message>
    <message>
        <source>Where both are put into a redirect or into arguments, nginx counts their bytes wrong and writes behind its buffer. %1 Until then, name the groups ((?&lt;name&gt;…)) and write $name instead of the numbers.</source>
        <translation>两者都用于重定向或参数时，nginx 会算错字节数，写到缓冲区之外。%1 在此之前，请给分组命名（(?&lt;name&gt;…)），并用 $name 代替数字。</translation>
    </message>
    <message>
        <source>The service waits for slow clients</source>
        <translation>服务要等待慢速客户端</translation>
    </message>
    <message>
        <source>Without buffers nginx hands each piece on before it takes the next: a client that reads slowly keeps the service busy, and nothing is cached. Turn it off only in the locations whose answers are streamed.</source>
        <translation>没有缓冲时，nginx 每转交一块才取下一块：读得慢的客户端会一直占用服务，也没有缓存。请只在应答为流式的 location 中关闭缓冲。</translation>
    </message>
    <message>
        <source>Without buffers nginx hands each piece on before it takes the next: a client that reads slowly keeps the service busy, and nothing is cached. Streamed answers need it; nothing here says that these are.</source>
        <translation>没有缓冲时，nginx 每转交一块才取下一块：读得慢的客户端会一直占用服务，也没有缓存。流式应答需要如此；但这里看不出应答是流式的。</translation>
    </message>
    <message>
        <source>The service sees another URI than was asked for</source>
        <translation>服务看到的 URI 与请求的不同</translation>
    </message>
    <message>
        <source>With a path behind the host, nginx decodes the URI, puts the path in and encodes it anew: “%2F”, “//” and “%00” arrive changed, and what nginx looked at is not what the service looks at. Leave the path out where the service can have the URI as it is.</source>
        <translation>主机后带有路径时，nginx 会解码 URI、放入路径再重新编码：“%2F”“//”和“%00”到达时已变样，nginx 检查的与服务看到的就不一致。若服务可以接受原样的 URI，请去掉路径。</translation>
    </message>
    <message>
        <source>Requests are sent on from here without %1</source>
        <translation>请求从这里转发出去时缺少 %1</translation>
    </message>
    <message>
        <source>proxy_set_header lines of a block replace all those of the blocks around it. Without them the service sees nginx&apos;s own values, Host as the name of the upstream and every client as nginx. Repeat them here, or put all of them into a file that both include.</source>
        <translation>一个块的 proxy_set_header 会取代外层各块的全部同名指令。缺少它们时，服务看到的是 nginx 自己的值：Host 为 upstream 的名字，每个客户端都像是 nginx。请在这里重复，或把它们放进两处都 include 的文件。</translation>
    </message>
    <message>
        <source>Half of the HTTP/3 connections are lost after a reload</source>
        <translation>重新加载后会丢失一半的 HTTP/3 连接</translation>
    </message>
    <message>
        <source>With several workers and reuseport, the kernel&apos;s table still points to the sockets of the workers before the reload. Leave quic_bpf off.</source>
        <translation>有多个工作进程且使用 reuseport 时，内核的表仍指向重新加载前那些进程的套接字。请关闭 quic_bpf。</translation>
    </message>
    <message>
        <source>The pattern stands for one URI only</source>
        <translation>该模式只代表一个 URI</translation>
    </message>
    <message>
        <source>“location = %1” says the same, is found at once, and cannot be overtaken by a pattern that stands before it.</source>
        <translation>“location = %1”意思相同，能立即找到，也不会被写在前面的模式抢先。</translation>
    </message>
    <message>
        <source>A short text keeps this pattern busy for long</source>
        <translation>很短的文本就能让该模式忙很久</translation>
    </message>
    <message>
        <source>A long text keeps this pattern busy for long</source>
        <translation>很长的文本能让该模式忙很久</translation>
    </message>
    <message>
        <source>There are several ways to read the same text in a loop, and a text that does not match in the end has PCRE try them all, twice as many with each further round: %1. One request holds a worker. Let the parts of the loop exclude each other.</source>
        <translation>循环中有多种方式读同一段文本，最终不匹配的文本会让 PCRE 逐一尝试，每多一轮就翻一倍：%1。一个请求就占住一个工作进程。请让循环的各部分互不重叠。</translation>
    </message>
    <message>
        <source>Loops behind each other take the same bytes, so that the work grows with the length to the power of %2: %1, and longer. Let what stands between them not be part of them: [^/]* instead of .*</source>
        <translation>前后相接的循环会取同样的字节，工作量随长度的 %2 次方增长：%1，以及更长的文本。请让它们之间的内容不属于它们：用 [^/]* 代替 .*</translation>
    </message>
    <message>
        <source>Names are asked of a resolver on the Internet (%1)</source>
        <translation>名字由互联网上的解析服务器查询（%1）</translation>
    </message>
    <message>
        <source>nginx does not check what a resolver answers: whoever stands on the way there, or floods it with forged answers, decides where requests go. Ask a resolver of this machine or network; systemd-resolved listens on 127.0.0.53.</source>
        <translation>nginx 不核实解析服务器的应答：处在途中的人，或用伪造应答灌入的人，就能决定请求去往何处。请使用本机或本网络的解析服务器；systemd-resolved 监听 127.0.0.53。</translation>
    </message>
    <message>
        <source>The list of addresses does not hold for this answer</source>
        <translation>地址列表对这个应答不起作用</translation>
    </message>
    <message>
        <source>“return” and “rewrite” answer before nginx looks at allow and deny: everybody gets this. Let the answer come from a file or a named location (try_files), or compare the address with a geo variable.</source>
        <translation>“return”和“rewrite”在 nginx 检查 allow 和 deny 之前就应答了：人人都能得到。请让应答来自文件或命名 location（try_files），或用 geo 变量比较地址。</translation>
    </message>
    <message>
        <source>The question mark (“if there is one”) came with OpenSSL 3.3; this one takes it for a part of the name, and nginx does not start.</source>
        <translation>问号（“若支持”）自 OpenSSL 3.3 起才有；当前版本会把它当作名字的一部分，nginx 无法启动。</translation>
    </message>
    <message>
        <source>This OpenSSL does not have it, and nginx does not start. ML-KEM came with OpenSSL 3.5.</source>
        <translation>当前 OpenSSL 没有它，nginx 无法启动。ML-KEM 自 OpenSSL 3.5 起才有。</translation>
    </message>
    <message>
        <source>OpenSSL before 3.5 does not have it, and nginx does not start there. From OpenSSL 3.3 on a question mark before the name passes over it: “?X25519MLKEM768:X25519”.</source>
        <translation>OpenSSL 3.5 之前没有它，nginx 在那里无法启动。自 OpenSSL 3.3 起，名字前加问号可跳过它：“?X25519MLKEM768:X25519”。</translation>
    </message>
    <message>
        <source>Not every OpenSSL has the group %1</source>
        <translation>并非每个 OpenSSL 都有 %1 组</translation>
    </message>
    <message>
        <source>OpenSSL %1 does not know the group %2</source>
        <translation>OpenSSL %1 不认识 %2 组</translation>
    </message>
    <message>
        <source>Certificates of Let&apos;s Encrypt have no OCSP answers to staple</source>
        <translation>Let&apos;s Encrypt 的证书没有可装订的 OCSP 应答</translation>
    </message>
    <message>
        <source>Let&apos;s Encrypt ended OCSP in 2025; its certificates name no responder. nginx warns at each start that ssl_stapling is ignored. Remove it.</source>
        <translation>Let&apos;s Encrypt 已于 2025 年停止 OCSP；其证书不再写明应答服务器。nginx 每次启动都会警告 ssl_stapling 被忽略。请删除它。</translation>
    </message>
    <message>
        <source>OCSP answers are to be stapled, and no resolver is set</source>
        <translation>要装订 OCSP 应答，却没有设置 resolver</translation>
    </message>
    <message>
        <source>nginx looks the name of the OCSP responder up for itself; without a resolver it staples nothing, and certificates that demand it are refused. Set one of this machine or network (systemd-resolved listens on 127.0.0.53), or leave stapling out.</source>
        <translation>nginx 要自己查询 OCSP 应答服务器的名字；没有 resolver 就不会装订，要求装订的证书会被拒绝。请设置本机或本网络的 resolver（systemd-resolved 监听 127.0.0.53），或不要装订。</translation>
    </message>
    <message>
        <source>A client chooses where its request is sent</source>
        <translation>请求发往何处由客户端选择</translation>
    </message>
    <message>
        <source>The host comes from what the client wrote: whoever asks reaches services that only this server reaches, on loopback, in its network, the metadata of its cloud. Write the hosts down (a map from what is asked to a host), or mark the location “internal”.</source>
        <translation>主机来自客户端写的内容：任何人都能借此访问只有这台服务器能访问的服务，如本机回环、内网、云平台的元数据。请把主机写定（用 map 从请求映射到主机），或把 location 标为“internal”。</translation>
    </message>
    <message>
        <source>The status page is open to everybody</source>
        <translation>状态页对所有人开放</translation>
    </message>
    <message>
        <source>It tells strangers how busy the server is, and whether what they do has an effect. Write “allow 127.0.0.1;” and “deny all;” beside it, or let a server on loopback answer it.</source>
        <translation>它告诉陌生人服务器有多忙，以及他们的所作所为是否有效果。请在旁边写“allow 127.0.0.1;”和“deny all;”，或由监听回环地址的 server 提供。</translation>
    </message>
    <message>
        <source>Files are looked for anew with each request</source>
        <translation>每个请求都重新查找文件</translation>
    </message>
    <message>
        <source>try_files asks the system for each of its files, each time. On a busy server “open_file_cache max=1000 inactive=20s;” remembers the answers.</source>
        <translation>try_files 每次都向系统查询其中的每个文件。繁忙的服务器上，“open_file_cache max=1000 inactive=20s;”会记住结果。</translation>
    </message>
    <message>
        <source>The pattern for .%1 matches in the middle of a name as well</source>
        <translation>.%1 的模式也会匹配名字的中间</translation>
    </message>
    <message>
        <source>Without “$” at its end it takes /picture.%1.txt or /upload.%1/x too: what was meant for one kind of file is done with others. End the pattern with “$”.</source>
        <translation>末尾没有“$”，它也会匹配 /picture.%1.txt 或 /upload.%1/x：本该用于一类文件的处理被用到了别的文件上。请以“$”结束模式。</translation>
    </message>
    <message>
        <source>None of these ciphers exists (%1)</source>
        <translation>这些密码套件一个也不存在（%1）</translation>
    </message>
    <message>
        <source>There is no cipher %1</source>
        <translation>没有密码套件 %1</translation>
    </message>
    <message>
        <source>nginx does not start with such a list: “no cipher match”. `openssl ciphers` prints the names that exist; those of AES-256-GCM end in SHA384.</source>
        <translation>用这样的列表，nginx 无法启动：“no cipher match”。`openssl ciphers` 会列出存在的名字；AES-256-GCM 的套件以 SHA384 结尾。</translation>
    </message>
    <message>
        <source>OpenSSL passes over names that it does not know, so that less is offered than is written here. `openssl ciphers` prints the names that exist.</source>
        <translation>OpenSSL 会跳过不认识的名字，因此实际提供的比这里写的少。`openssl ciphers` 会列出存在的名字。</translation>
    </message>
    <message>
        <source>A group by its number behind this rewrite meets a fault of nginx (CVE-2026-42945)</source>
        <translation>在此 rewrite 之后用数字引用分组会触发 nginx 的一个缺陷（CVE-2026-42945）</translation>
    </message>
    <message>
        <source>A rewrite with “?” leaves nginx in the mind to escape what it writes next, and $1 in a “set” or “if” behind it then overflows its buffer. %1 Until then, name the group ((?&lt;name&gt;…)) and write $name.</source>
        <translation>带“?”的 rewrite 会让 nginx 误以为接下来写的内容要转义，其后“set”或“if”中的 $1 便会溢出缓冲区。%1 在此之前，请给分组命名（(?&lt;name&gt;…)）并写 $name。</translation>
    </message>
    <message>
        <source>Requests without a Referer are taken as valid</source>
        <translation>没有 Referer 的请求被视为有效</translation>
    </message>
    <message>
        <source>Requests with an unreadable Referer are taken as valid</source>
        <translation>Referer 无法读取的请求被视为有效</translation>
    </message>
    <message>
        <source>Any page can have its requests sent without a Referer (Referrer-Policy: no-referrer), so that the check stops nobody. As a guard against forged requests it is worth nothing with “none” or “blocked”.</source>
        <translation>任何页面都能让请求不带 Referer（Referrer-Policy: no-referrer），这项检查就拦不住任何人。用来防伪造请求时，有了“none”或“blocked”就毫无价值。</translation>
    </message>
    <message>
        <source>Every answer and error page says which nginx this is, and scanners pick the servers whose holes they know by it. Write “server_tokens off;” into http.</source>
        <translation>每个应答和错误页都说明了 nginx 的版本，扫描者据此挑选已知有漏洞的服务器。请在 http 中写“server_tokens off;”。</translation>
    </message>
    <message>
        <source>Answers tell the version of nginx</source>
        <translation>应答透露了 nginx 的版本</translation>
    </message>
    <message>
        <source>Answers tell the version of nginx, as it does by itself</source>
        <translation>应答透露了 nginx 的版本，这是它的默认行为</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>%1 is a list of names</comment>
        <translation>
            <numerusform>%1 等，另有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Outdated protocols are offered: %1</source>
        <translation>提供了过时的协议：%1</translation>
    </message>
    <message>
        <source>RFC 8996 ended TLS 1.0 and 1.1, RFC 7568 SSL 3: their ciphers and signatures are broken, and every browser since 2013 can do TLS 1.2. Write “ssl_protocols TLSv1.2 TLSv1.3;”.</source>
        <translation>RFC 8996 废止了 TLS 1.0 和 1.1，RFC 7568 废止了 SSL 3：它们的密码套件和签名已被攻破，2013 年以来的浏览器都支持 TLS 1.2。请写“ssl_protocols TLSv1.2 TLSv1.3;”。</translation>
    </message>
    <message>
        <source>Nothing says which protocols of TLS are offered</source>
        <translation>没有写明提供哪些 TLS 协议</translation>
    </message>
    <message>
        <source>The default of this version still has TLS 1.0 and 1.1; only OpenSSL&apos;s own level keeps them away. Write “ssl_protocols TLSv1.2 TLSv1.3;” into http.</source>
        <translation>此版本的默认值仍含 TLS 1.0 和 1.1，只有 OpenSSL 自身的安全级别挡住了它们。请在 http 中写“ssl_protocols TLSv1.2 TLSv1.3;”。</translation>
    </message>
    <message>
        <source>The default of this version has TLS 1.0 and 1.1, which RFC 8996 ended. Write “ssl_protocols TLSv1.2 TLSv1.3;” into http.</source>
        <translation>此版本的默认值含 TLS 1.0 和 1.1，RFC 8996 已将其废止。请在 http 中写“ssl_protocols TLSv1.2 TLSv1.3;”。</translation>
    </message>
    <message>
        <source>Broken ciphers are offered: %1</source>
        <translation>提供了已被攻破的密码套件：%1</translation>
    </message>
    <message>
        <source>This OpenSSL has them no longer; another one may. Take Mozilla&apos;s intermediate list.</source>
        <translation>当前 OpenSSL 已不再支持它们，别的版本可能支持。请采用 Mozilla 的 intermediate 列表。</translation>
    </message>
    <message>
        <source>What such a connection carries can be read or changed by who stands between. Take Mozilla&apos;s intermediate list.</source>
        <translation>这样的连接所传内容，可被中间人读取或篡改。请采用 Mozilla 的 intermediate 列表。</translation>
    </message>
    <message>
        <source>Ciphers without forward secrecy or in CBC mode are offered: %1</source>
        <translation>提供了没有前向保密或采用 CBC 模式的密码套件：%1</translation>
    </message>
    <message>
        <source>Whoever records a connection without forward secrecy can read it once they have the key. Mozilla&apos;s intermediate list leaves them out.</source>
        <translation>没有前向保密时，记录下连接的人日后拿到密钥便能解读。Mozilla 的 intermediate 列表不含它们。</translation>
    </message>
    <message>
        <source>The server&apos;s order of ciphers overrides the client&apos;s</source>
        <translation>服务器的套件顺序优先于客户端</translation>
    </message>
    <message>
        <source>Where all ciphers are good, the client knows best which one its hardware is quick with. Write “ssl_prefer_server_ciphers off;”.</source>
        <translation>当所有套件都可靠时，客户端最清楚自己的硬件用哪个更快。请写“ssl_prefer_server_ciphers off;”。</translation>
    </message>
    <message>
        <source>A connection that is sent on needs two descriptors, one to each side; with fewer, nginx refuses requests long before it has %1 connections: “Too many open files”. Write “worker_rlimit_nofile %2;”.</source>
        <translation>转发的连接需要两个描述符，每侧一个；若不够，nginx 在远未达到 %1 个连接时就会拒绝请求：“Too many open files”。请写“worker_rlimit_nofile %2;”。</translation>
    </message>
    <message>
        <source>%1 descriptors are too few for %2 connections</source>
        <translation>%1 个描述符不足以支持 %2 个连接</translation>
    </message>
    <message>
        <source>Nothing gives nginx the descriptors for %1 connections</source>
        <translation>没有为 nginx 的 %1 个连接提供足够的描述符</translation>
    </message>
    <message>
        <source>The certificate authority is locked out: renewal fails</source>
        <translation>证书颁发机构被挡在门外：续期会失败</translation>
    </message>
    <message>
        <source>It fetches /.well-known/acme-challenge/ from addresses that nobody knows beforehand, without a password. Give that path a location of its own with “auth_basic off;” and “allow all;”.</source>
        <translation>它会从事先无人知道的地址、不带密码地获取 /.well-known/acme-challenge/。请为该路径单独设置 location，写上“auth_basic off;”和“allow all;”。</translation>
    </message>
    <message>
        <source>No challenge of the certificate authority gets here: renewal fails</source>
        <translation>证书颁发机构的质询到不了这里：续期会失败</translation>
    </message>
    <message>
        <source>“return” and “rewrite” of a server answer before nginx looks for a location. Put them into a “location /”, and this one is asked again.</source>
        <translation>server 中的“return”和“rewrite”在 nginx 查找 location 之前就已应答。请把它们放进“location /”，这个 location 就会重新被查询。</translation>
    </message>
    <message>
        <source>%1 never sees the /v1/ of its API</source>
        <translation>%1 永远看不到其 API 的 /v1/</translation>
    </message>
    <message>
        <source>With a path behind the address (a slash is one) nginx puts it in the place of what the location says: /v1/chat/completions arrives as /chat/completions, and the answer is 404. Leave the path out.</source>
        <translation>地址后面带路径时（一个斜杠也算），nginx 会用它替换 location 所写的部分：/v1/chat/completions 到达时变成 /chat/completions，应答为 404。请去掉该路径。</translation>
    </message>
    <message>
        <source>Everybody may list the files of this folder</source>
        <translation>任何人都可以列出此文件夹中的文件</translation>
    </message>
    <message>
        <source>What nobody links to is found as well: backups, drafts, keys. Where a listing is what people come for, accept this finding.</source>
        <translation>没有链接指向的内容也会被找到：备份、草稿、密钥。如果访问者本来就是为目录列表而来，请接受此问题。</translation>
    </message>
    <message>
        <source>Clients of %1 cannot send both a password and their token</source>
        <translation>%1 的客户端无法同时发送密码和自己的令牌</translation>
    </message>
    <message>
        <source>auth_basic and the API use the same header, Authorization: programs that send “Bearer …” are turned away here. Use a list of addresses, or the keys of the service itself.</source>
        <translation>auth_basic 与该 API 使用同一个标头 Authorization：发送“Bearer …”的程序会在这里被拒绝。请使用地址列表，或服务自身的密钥。</translation>
    </message>
    <message>
        <source>The certificate is not for %1</source>
        <translation>该证书不适用于 %1</translation>
    </message>
    <message>
        <source>Browsers and programs refuse the connection. It is for %1: request one that names all, or take the name out of this server.</source>
        <translation>浏览器和程序会拒绝连接。该证书用于 %1：请申请包含全部名称的证书，或从此 server 中去掉该名称。</translation>
    </message>
    <message>
        <source>not every certificate could be read</source>
        <translation>并非每个证书都能读取</translation>
    </message>
    <message>
        <source>Every request tells the service that its connection is upgraded</source>
        <translation>每个请求都告诉服务其连接要升级</translation>
    </message>
    <message>
        <source>Requests that ask for no upgrade say so too: connections to the service are not kept, and some services answer 400. A map of $http_upgrade says “upgrade” only where it is true.</source>
        <translation>没有要求升级的请求也这么说：到服务的连接不会保持，有些服务会应答 400。用 $http_upgrade 的 map，只在属实时才写“upgrade”。</translation>
    </message>
    <message>
        <source>requests can be slipped into those to services over HTTP/2</source>
        <translation>经由 HTTP/2 可以在发往服务的请求中夹带请求</translation>
    </message>
    <message>
        <source>memory is read out of bounds in answers of uwsgi and SCGI</source>
        <translation>在 uwsgi 和 SCGI 的应答中会越界读取内存</translation>
    </message>
    <message>
        <source>memory is read out of bounds when letters are recoded</source>
        <translation>在转换字符编码时会越界读取内存</translation>
    </message>
    <message>
        <source>memory is used after it was freed when clients are checked by OCSP</source>
        <translation>用 OCSP 检查客户端时会使用已释放的内存</translation>
    </message>
    <message>
        <source>addresses of clients can be forged over HTTP/3</source>
        <translation>经由 HTTP/3 可以伪造客户端地址</translation>
    </message>
    <message>
        <source>whoever stands before a service with TLS can slip in plain text</source>
        <translation>处于 TLS 服务之前的人可以夹带明文</translation>
    </message>
    <message>
        <source>a TLS session of one server gets around the client certificates of another</source>
        <translation>一个 server 的 TLS 会话可以绕过另一个 server 的客户端证书</translation>
    </message>
    <message>
        <source>a prepared mp4 file makes a worker read out of bounds</source>
        <translation>特制的 mp4 文件会使工作进程越界读取</translation>
    </message>
    <message>
        <source>HTTP/3 can be brought to crash a worker and to tell from its memory</source>
        <translation>HTTP/3 可使工作进程崩溃并泄露其内存</translation>
    </message>
    <message>
        <source>HTTP/3 can be brought to crash a worker</source>
        <translation>HTTP/3 可使工作进程崩溃</translation>
    </message>
    <message>
        <source>a prepared mp4 file overwrites memory of a worker, or tells from it</source>
        <translation>特制的 mp4 文件会覆盖或泄露工作进程的内存</translation>
    </message>
    <message>
        <source>an answer of a DNS server overwrites a byte of memory</source>
        <translation>DNS 服务器的应答会覆盖一个字节的内存</translation>
    </message>
    <message>
        <source>a request can be hidden in one that error_page redirects</source>
        <translation>请求可以藏在 error_page 重定向的请求中</translation>
    </message>
    <message>
        <source>HTTP/2 can be brought to take all of CPU and memory</source>
        <translation>HTTP/2 可耗尽 CPU 和内存</translation>
    </message>
    <message>
        <source>HTTP/2 can be brought to take CPU and memory</source>
        <translation>HTTP/2 可大量占用 CPU 和内存</translation>
    </message>
    <message>
        <source>a prepared mp4 file tells from the memory of a worker</source>
        <translation>特制的 mp4 文件会泄露工作进程的内存</translation>
    </message>
    <message>
        <source>a request for a range tells from the file of a cached answer</source>
        <translation>范围请求会泄露缓存应答的文件内容</translation>
    </message>
    <message>
        <source>answers of a DNS server crash a worker</source>
        <translation>DNS 服务器的应答会使工作进程崩溃</translation>
    </message>
    <message>
        <source>the version of nginx is not known</source>
        <translation>nginx 的版本未知</translation>
    </message>
    <message>
        <source>This nginx has a hole in what is used here: %1</source>
        <translation>此 nginx 在这里用到的功能中有漏洞：%1</translation>
    </message>
    <message>
        <source>nginx %1: %2. %3</source>
        <translation>nginx %1：%2。%3</translation>
    </message>
    <message>
        <source>Everybody may write files here (WebDAV)</source>
        <translation>任何人都可以在此写入文件（WebDAV）</translation>
    </message>
    <message>
        <source>Neither a password nor a list of addresses stands before it. Add one, by limit_except if everybody may read.</source>
        <translation>前面既没有密码也没有地址列表。请添加其一；若任何人都可以读取，则用 limit_except。</translation>
    </message>
    <message>
        <source>Nothing listens on %1</source>
        <translation>%1 上没有程序监听</translation>
    </message>
    <message>
        <source>Requests that come here are answered with 502. Start the service, or see whether it moved to another port.</source>
        <translation>到这里的请求得到 502 应答。请启动该服务，或查看它是否换了端口。</translation>
    </message>
    <message>
        <source>nginx tries it again and again, and each time a client waits for the next one. Start the service, or mark it “down”.</source>
        <translation>nginx 会一再尝试它，每次都有客户端要等下一个。请启动该服务，或将其标记为“down”。</translation>
    </message>
    <message>
        <source>No request comes to this server on %1</source>
        <translation>没有请求会在 %1 上到达此 server</translation>
    </message>
    <message>
        <source>Another server already has the name %1 on %2</source>
        <translation>另一个 server 已在 %2 上使用名称 %1</translation>
    </message>
    <message>
        <source>It has no name that a request could ask for, and another server answers what has no name. Give it its own name, or take it out.</source>
        <translation>它没有请求可以指明的名称，而没有名称的请求由另一个 server 应答。请为它设置自己的名称，或将其去掉。</translation>
    </message>
    <message>
        <source>nginx warns “conflicting server name” and ignores this one: requests for the name go to the server that it reads first. What is written here does not hold for them.</source>
        <translation>nginx 会警告“conflicting server name”并忽略这一个：对该名称的请求会交给它先读到的 server。这里所写的对它们不生效。</translation>
    </message>
    <message>
        <source>Hidden files of this site are served</source>
        <translation>此站点的隐藏文件会被提供出去</translation>
    </message>
    <message>
        <source>A .git or .env that is left in the folder tells sources and passwords. Deny what begins with a dot, but for /.well-known/.</source>
        <translation>留在文件夹中的 .git 或 .env 会泄露源代码和密码。请拒绝以点开头的路径，/.well-known/ 除外。</translation>
    </message>
    <message>
        <source>“listen … http2” is deprecated</source>
        <translation>“listen … http2”已弃用</translation>
    </message>
    <message>
        <source>Since 1.25.1 nginx warns of it at each start. HTTP/2 is a matter of the server now, not of the socket: “http2 on;”.</source>
        <translation>自 1.25.1 起 nginx 每次启动都会对此警告。HTTP/2 现在属于 server 而不是套接字：“http2 on;”。</translation>
    </message>
    <message>
        <source>nginx %1 does not know “http2 %2”</source>
        <translation>nginx %1 不认识“http2 %2”</translation>
    </message>
    <message>
        <source>The directive came with 1.25.1; nginx does not start with it. Before, HTTP/2 is a word of the socket: “listen 443 ssl http2;”.</source>
        <translation>该指令自 1.25.1 才有；nginx 会因此无法启动。在此之前，HTTP/2 是套接字的一个词：“listen 443 ssl http2;”。</translation>
    </message>
    <message>
        <source>nginx -t was not asked</source>
        <translation>没有询问 nginx -t</translation>
    </message>
    <message>
        <source>nginx does not start with its configuration</source>
        <translation>nginx 无法用它的配置启动</translation>
    </message>
    <message>
        <source>What runs now is the configuration from before; after the next restart of the server nothing answers. nginx says why: mend that line first.</source>
        <translation>现在运行的是之前的配置；服务器下次重启后将没有任何应答。nginx 会说明原因：请先修正那一行。</translation>
    </message>
    <message>
        <source>nginx does not look who answers behind TLS</source>
        <translation>nginx 不检查 TLS 后面是谁在应答</translation>
    </message>
    <message>
        <source>By default any certificate will do: whoever gets between nginx and the service can answer in its place. Set proxy_ssl_verify on, proxy_ssl_trusted_certificate and, where the name is not that of the address, proxy_ssl_name with proxy_ssl_server_name on.</source>
        <translation>默认情况下任何证书都可以：处于 nginx 与服务之间的人可以代它应答。请设置 proxy_ssl_verify on、proxy_ssl_trusted_certificate；若名称与地址不同，还要设置 proxy_ssl_name 和 proxy_ssl_server_name on。</translation>
    </message>
    <message>
        <source>Nothing sets %1</source>
        <translation>没有设置 %1</translation>
    </message>
    <message>
        <source>One client can take all connections, or send as much and as often as it likes. The benchmark asks for a limit that fits the site.</source>
        <translation>一个客户端可以占用所有连接，或任意多、任意频繁地发送。该基准要求设置适合站点的限制。</translation>
    </message>
    <message>
        <source>Pages of this server come without %1</source>
        <translation>此 server 的页面没有带上 %1</translation>
    </message>
    <message>
        <source>They tell browsers not to guess types, not to show the pages in frames of others, and not to tell others where people come from.</source>
        <translation>它们告诉浏览器不要猜测类型、不要在他人的框架中显示页面、不要告诉别人访问者来自何处。</translation>
    </message>
    <message>
        <source>Whoever gets the key of a running nginx reads old connections</source>
        <translation>拿到正在运行的 nginx 的密钥者可以读取旧连接</translation>
    </message>
    <message>
        <source>Session tickets are all sealed with one key, which nginx before 1.23.2 keeps as long as it runs. Set “ssl_session_tickets off;”.</source>
        <translation>会话票据都用同一个密钥封装，1.23.2 之前的 nginx 在运行期间一直使用它。请设置“ssl_session_tickets off;”。</translation>
    </message>
    <message>
        <source>nginx holds back what %1 streams</source>
        <translation>nginx 缓存了 %1 的流式应答</translation>
    </message>
    <message>
        <source>Answers come piece by piece (server-sent events), and nginx gathers them in its buffers: words appear late and in heaps. Set “proxy_buffering off;” here.</source>
        <translation>应答逐段到来（server-sent events），而 nginx 把它们攒在缓冲区里：文字迟迟才成堆出现。请在此设置“proxy_buffering off;”。</translation>
    </message>
    <message>
        <source>Long answers of %1 are cut off</source>
        <translation>%1 的长应答会被截断</translation>
    </message>
    <message>
        <source>nginx gives up when the service is silent for the time of proxy_read_timeout, 60 seconds by default: the client gets 504, or half an answer. Give it some minutes.</source>
        <translation>服务沉默的时间超过 proxy_read_timeout（默认 60 秒）时 nginx 就会放弃：客户端得到 504 或半个应答。请给它几分钟。</translation>
    </message>
    <message>
        <source>%1 is not between 1 and 10 seconds</source>
        <translation>%1 不在 1 到 10 秒之间</translation>
    </message>
    <message>
        <source>Clients that send or take slowly keep connections for long, and many of them keep all. The benchmark asks for at most 10 seconds.</source>
        <translation>发送或接收缓慢的客户端会长时间占用连接，多了就会占满。该基准要求最多 10 秒。</translation>
    </message>
    <message>
        <source>No request reaches this location: its server answers before</source>
        <translation>没有请求会到达此 location：其 server 在此之前就已应答</translation>
    </message>
    <message>
        <source>nginx carries out “return” and “rewrite” of the server before it looks for a location. Put them into a “location /”, and the other locations are asked again.</source>
        <translation>nginx 在查找 location 之前先执行 server 中的“return”和“rewrite”。请把它们放进“location /”，其他 location 就会重新被查询。</translation>
    </message>
    <message>
        <source>No request reaches this location: no URI fits it</source>
        <translation>没有请求会到达此 location：没有 URI 与它匹配</translation>
    </message>
    <message>
        <source>No URI matches it and the location around it.</source>
        <translation>没有 URI 同时匹配它和外层的 location。</translation>
    </message>
    <message>
        <source>No request reaches this location: others take all of its URIs</source>
        <translation>没有请求会到达此 location：其他 location 占用了它的所有 URI</translation>
    </message>
    <message>
        <source>The first pattern that matches holds, before all that follow and before prefixes without “^~”. What is written here, access rules too, holds for no request: move it up, or take it out.</source>
        <translation>最先匹配的模式生效，先于其后的所有模式和没有“^~”的前缀。这里所写的（包括访问规则）对任何请求都不生效：请把它上移，或将其去掉。</translation>
    </message>
    <message>
        <source>nginx may not enter %1, so this folder answers 403</source>
        <translation>nginx 不能进入 %1，因此此文件夹应答 403</translation>
    </message>
    <message>
        <source>Its workers run as %1, whom that folder is closed to. Move the files to /srv or /var/www; opening somebody&apos;s home to all is worse.</source>
        <translation>其工作进程以 %1 运行，而该文件夹不对它开放。请把文件移到 /srv 或 /var/www；把某人的主目录对所有人开放更糟。</translation>
    </message>
    <message>
        <source>nginx refuses larger files before %1 sees them</source>
        <translation>nginx 在 %1 看到之前就拒绝较大的文件</translation>
    </message>
    <message>
        <source>A request may be 1 MB by default; above client_max_body_size the client gets 413. Pictures and notebooks are larger: set what you are ready to take.</source>
        <translation>请求默认最大 1 MB；超过 client_max_body_size 时客户端得到 413。图片和笔记本更大：请设置您愿意接收的大小。</translation>
    </message>
    <message>
        <source>%1 needs WebSocket, and nginx does not let it through</source>
        <translation>%1 需要 WebSocket，而 nginx 不放行</translation>
    </message>
    <message>
        <source>Its pages load and then stay dead: the connection is never upgraded. It takes proxy_http_version 1.1 and the headers Upgrade and Connection, the latter by a map of $http_upgrade.</source>
        <translation>其页面能加载，之后就没有反应：连接从未升级。需要 proxy_http_version 1.1 以及标头 Upgrade 和 Connection，后者使用 $http_upgrade 的 map。</translation>
    </message>
    <message>
        <source>What talks to the world runs as root</source>
        <translation>对外通信的程序以 root 运行</translation>
    </message>
    <message>
        <source>A hole in nginx, or one slip in a path, then opens the whole server. Use an account of its own (www-data, nginx), and give it the folders that it serves.</source>
        <translation>nginx 的一个漏洞或路径中的一个疏忽就会让整台服务器失守。请使用专用帐户（www-data、nginx），并把它要提供的文件夹交给它。</translation>
    </message>
    <message>
        <source>Answers that may hold secrets are compressed over TLS</source>
        <translation>可能含有机密的应答在 TLS 上被压缩</translation>
    </message>
    <message>
        <source>Whoever can make a browser ask, and sees how long answers are, reads a secret beside his own text letter by letter (BREACH). gzip_types adds to text/html, which is always compressed: turn gzip off where services answer.</source>
        <translation>能让浏览器发出请求并看到应答长度的人，可以逐个字母读出其文本旁边的机密（BREACH）。gzip_types 是在始终压缩的 text/html 之外追加：请在服务应答之处关闭 gzip。</translation>
    </message>
    <message>
        <source>The name is compared again before the redirect</source>
        <translation>重定向之前再次比较名称</translation>
    </message>
    <message>
        <source>Certbot writes it so, to leave what it finds as it is. server_name has chosen by the name already: a server with one “return” is enough.</source>
        <translation>Certbot 这样写是为了不改动已有内容。server_name 已经按名称做出选择：一个只含“return”的 server 就够了。</translation>
    </message>
    <message>
        <source>a map with patterns overflows a buffer</source>
        <translation>带有模式的 map 会造成缓冲区溢出</translation>
    </message>
    <message>
        <source>answers in slices tell from the memory of a worker</source>
        <translation>切片应答会泄露工作进程的内存</translation>
    </message>
    <message>
        <source>memory is used after it was freed in server-side includes</source>
        <translation>服务器端包含会使用已释放的内存</translation>
    </message>
    <message>
        <source>memory is used after it was freed in HTTP/3</source>
        <translation>HTTP/3 会使用已释放的内存</translation>
    </message>
    <message>
        <source>requests to services over HTTP/2 or gRPC overflow a buffer</source>
        <translation>经由 HTTP/2 或 gRPC 发往服务的请求会造成缓冲区溢出</translation>
    </message>
    <message>
        <source>Addresses that are to be kept out are let in</source>
        <translation>本应拒绝的地址被放行</translation>
    </message>
    <message>
        <source>Addresses that are to be let in are kept out</source>
        <translation>本应放行的地址被拒绝</translation>
    </message>
    <message>
        <source>nginx goes by the first line that an address fits, and this one fits every address: those behind it are never read. It belongs at the end of the list.</source>
        <translation>nginx 以地址匹配的第一行为准，而这一行匹配所有地址：它后面的各行永远不会被读到。它应放在列表末尾。</translation>
    </message>
    <message>
        <source>The location ends with a slash and the alias does not: what follows %1 is glued to the name of the folder, so that %1-old/ leads to %2-old/ beside it, and nothing in the folder is found. Write “alias %2/;”.</source>
        <translation>location 以斜杠结尾而 alias 没有：%1 之后的部分会直接接在文件夹名之后，于是 %1-old/ 会指向旁边的 %2-old/，而文件夹里的内容一个也找不到。请写成“alias %2/;”。</translation>
    </message>
    <message>
        <source>The password is never asked for</source>
        <translation>从不要求输入密码</translation>
    </message>
    <message>
        <source>With “satisfy any” whoever is let in by address needs no login, and “allow all” lets everybody in. Name the addresses that need none, or take the line away.</source>
        <translation>使用“satisfy any”时，按地址放行的人无需登录，而“allow all”放行所有人。请写明无需登录的地址，或删除这一行。</translation>
    </message>
    <message>
        <source>Nothing uses the zone “%1”</source>
        <translation>没有任何地方使用区域“%1”</translation>
    </message>
    <message>
        <source>The line only sets memory aside: what it prepares begins where “%1” names the zone.</source>
        <translation>这一行只是预留内存：只有当“%1”写明该区域时，它所准备的功能才会生效。</translation>
    </message>
    <message>
        <source>Every request opens a new connection to the service</source>
        <translation>每个请求都会与服务新建连接</translation>
    </message>
    <message>
        <source>Its upstream is told to keep connections, which takes HTTP/1.1 and no “Connection: close”: write “proxy_http_version 1.1;” and “proxy_set_header Connection &quot;&quot;;”.</source>
        <translation>其上游被设为保持连接，这需要 HTTP/1.1 且不发送“Connection: close”：请写“proxy_http_version 1.1;”和“proxy_set_header Connection &quot;&quot;;”。</translation>
    </message>
    <message>
        <source>WebSocket is to be let through here, and is not</source>
        <translation>这里本应放行 WebSocket，实际却没有</translation>
    </message>
    <message>
        <source>It stops at the first line that it does not take, and says this. Mend the first one first: others may follow from it.</source>
        <translation>它会停在第一处不接受的行，并给出这句话。请先改正第一处：其余的可能由它引起。</translation>
    </message>
    <message>
        <source>the flow control of HTTP/2 can be brought to overwrite memory</source>
        <translation>HTTP/2 的流量控制可能被用来覆盖内存</translation>
    </message>
    <message>
        <source>a request over TLS 1.3 can bring a worker into an endless loop</source>
        <translation>通过 TLS 1.3 的请求可使工作进程陷入死循环</translation>
    </message>
    <message>
        <source>memory is used after it was freed where mail is forwarded</source>
        <translation>转发邮件时会使用已释放的内存</translation>
    </message>
    <message>
        <source>memory is used after it was freed in HTTP/2 when connections run short</source>
        <translation>HTTP/2 连接不足时会使用已释放的内存</translation>
    </message>
    <message>
        <source>memory is used after it was freed in HTTP/3 when connections run short</source>
        <translation>HTTP/3 连接不足时会使用已释放的内存</translation>
    </message>
    <message>
        <source>memory is used after it was freed when subrequests look up the same name</source>
        <translation>子请求查询同一名称时会使用已释放的内存</translation>
    </message>
    <message>
        <source>a name of another server gets around the client certificates of a stream</source>
        <translation>借用另一个服务器的名称可绕过 stream 的客户端证书</translation>
    </message>
    <message>
        <source>try_files in a location with an alias overflows a buffer</source>
        <translation>带 alias 的 location 中的 try_files 会使缓冲区溢出</translation>
    </message>
    <message>
        <source>ssl_preread takes greetings of TLS that are not whole</source>
        <translation>ssl_preread 会接受不完整的 TLS 握手消息</translation>
    </message>
    <message>
        <source>a rewrite in a location with an alias overflows a buffer</source>
        <translation>带 alias 的 location 中的 rewrite 会使缓冲区溢出</translation>
    </message>
    <message>
        <source>what comes over HTTP/3 can slip data into requests to services</source>
        <translation>经 HTTP/3 到来的内容可把数据混入发往服务的请求</translation>
    </message>
    <message>
        <source>TLS sessions can be forged when the keys of their tickets change</source>
        <translation>会话票据密钥更换时 TLS 会话可被伪造</translation>
    </message>
    <message>
        <source>memory is used after it was freed in server-side includes with aio</source>
        <translation>服务器端包含与 aio 同用时会使用已释放的内存</translation>
    </message>
</context>
<context>
    <name>overview</name>
    <message>
        <source>this machine only</source>
        <translation>仅本机</translation>
    </message>
    <message>
        <source>closed by the firewall</source>
        <translation>被防火墙关闭</translation>
    </message>
    <message>
        <source>meant to be reached</source>
        <translation>按预期可达</translation>
    </message>
    <message>
        <source>open to the world</source>
        <translation>对外开放</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Host name</source>
        <translation>主机名</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>内核</translation>
    </message>
    <message>
        <source>Virtualisation</source>
        <translation>虚拟化</translation>
    </message>
    <message>
        <source>Processors</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>负载</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>%1 of %2 used</source>
        <translation>已用 %1，共 %2</translation>
    </message>
    <message>
        <source>Up for</source>
        <translation>已运行</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>synchronised</source>
        <translation>已同步</translation>
    </message>
    <message>
        <source>not synchronised</source>
        <translation>未同步</translation>
    </message>
    <message>
        <source>Reboot</source>
        <translation>重启</translation>
    </message>
    <message>
        <source>needed to finish an update</source>
        <translation>需重启以完成更新</translation>
    </message>
    <message>
        <source>Security updates</source>
        <translation>安全更新</translation>
    </message>
    <message>
        <source>none waits</source>
        <translation>没有待安装的更新</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 个待安装</translation>
    </message>
    <message>
        <source>Looked at as</source>
        <translation>采集身份</translation>
    </message>
    <message>
        <source>%1, as root</source>
        <translation>%1（以 root 身份）</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 °C</source>
        <translation>%1 °C</translation>
    </message>
    <message>
        <source>%1 free of %2</source>
        <translation>剩余 %1，共 %2</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>没有密钥</translation>
    </message>
    <message>
        <source>keys not known: %1</source>
        <translation>密钥未知：%1</translation>
    </message>
    <message>
        <source>root without password</source>
        <translation>免密 root</translation>
    </message>
    <message>
        <source>may be root</source>
        <translation>可成为 root</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>消失</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>改变</translation>
    </message>
</context>
<context>
    <name>plan</name>
    <message>
        <source>%1 reloads, open sessions stay</source>
        <translation>%1 重新加载，已打开的会话不受影响</translation>
    </message>
    <message>
        <source>%1 reloads and is never away</source>
        <translation>%1 重新加载，服务不中断</translation>
    </message>
    <message>
        <source>%1 restarts, open sessions stay</source>
        <translation>%1 重启，已打开的会话不受影响</translation>
    </message>
    <message>
        <source>%1 restarts and is away until it is up again</source>
        <translation>%1 重启，恢复运行前暂时不可用</translation>
    </message>
    <message>
        <source>%1 starts</source>
        <translation>%1 启动</translation>
    </message>
    <message>
        <source>%1 stops and is away from then on</source>
        <translation>%1 停止，此后不可用</translation>
    </message>
    <message>
        <source>The file returns byte for byte, with its owner and mode.</source>
        <translation>文件逐字节恢复，包括所有者和权限。</translation>
    </message>
    <message>
        <source>The file is removed again.</source>
        <translation>文件会再次被删除。</translation>
    </message>
    <message>
        <source>The command below is run.</source>
        <translation>运行下面的命令。</translation>
    </message>
    <message>
        <source>The files it may change return byte for byte.</source>
        <translation>它可能更改的文件逐字节恢复。</translation>
    </message>
    <message>
        <source>The rules in the kernel return as they were.</source>
        <translation>内核中的规则恢复原状。</translation>
    </message>
    <message>
        <source>Nothing takes this back.</source>
        <translation>无法撤销。</translation>
    </message>
    <message>
        <source>1 change</source>
        <translation>1 处更改</translation>
    </message>
    <message>
        <source>%1 changes</source>
        <translation>%1 处更改</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%2中的 %1</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 个文件</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 个文件</translation>
    </message>
    <message>
        <source>1 reload</source>
        <translation>1 次重新加载</translation>
    </message>
    <message>
        <source>%1 reloads</source>
        <translation>%1 次重新加载</translation>
    </message>
    <message>
        <source>1 restart</source>
        <translation>1 次重启</translation>
    </message>
    <message>
        <source>%1 restarts</source>
        <translation>%1 次重启</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>It changes nothing. Must pass, or everything returns.</source>
        <translation>不更改任何内容。必须通过，否则一切恢复。</translation>
    </message>
    <message>
        <source>It changes nothing. It is asked about the new files before the first real one moves, and once more here; must pass, or everything returns.</source>
        <translation>不更改任何内容。在第一个真实文件被替换之前先针对新文件检查，此处再检查一次；必须通过，否则一切恢复。</translation>
    </message>
    <message>
        <source>It changes nothing. Tried for up to %1, or everything returns.</source>
        <translation>不更改任何内容。最长尝试 %1，否则一切恢复。</translation>
    </message>
    <message>
        <source>The link leads to %1 again.</source>
        <translation>链接重新指向 %1。</translation>
    </message>
    <message>
        <source>The link is removed again.</source>
        <translation>链接会再次被删除。</translation>
    </message>
    <message>
        <source>Mode and owner return to %1.</source>
        <translation>权限和所有者恢复为 %1。</translation>
    </message>
    <message>
        <source>What this installs is removed; what was there stays.</source>
        <translation>移除由此安装的内容；原有的保留。</translation>
    </message>
    <message>
        <source>systemd reads its files once more.</source>
        <translation>systemd 重新读取其文件。</translation>
    </message>
    <message>
        <source>%1 returns to the state it was in.</source>
        <translation>%1 恢复到原来的状态。</translation>
    </message>
    <message>
        <source>the content is secret and is not shown</source>
        <translation>内容为机密，不予显示</translation>
    </message>
    <message>
        <source>A second login with the new settings worked.</source>
        <translation>使用新设置的第二次登录已成功。</translation>
    </message>
    <message>
        <source>A second login as %1 with the new settings worked.</source>
        <translation>以 %1 的身份使用新设置的第二次登录已成功。</translation>
    </message>
    <message>
        <source>Port %1 answers.</source>
        <translation>端口 %1 有响应。</translation>
    </message>
    <message>
        <source>Port %1 no longer answers.</source>
        <translation>端口 %1 不再响应。</translation>
    </message>
    <message>
        <source>%1 answers.</source>
        <translation>%1 有响应。</translation>
    </message>
    <message>
        <source>%1 is running.</source>
        <translation>%1 正在运行。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the names of checks</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>%1: seen.</source>
        <translation>%1：已看到。</translation>
    </message>
</context>
<context>
    <name>quoting</name>
    <message>
        <source>Pass a name to the server</source>
        <translation>向服务器传递名称</translation>
    </message>
    <message>
        <source>The name contains a NUL byte</source>
        <translation>名称中含有 NUL 字节</translation>
    </message>
</context>
<context>
    <name>report</name>
    <message>
        <source>en</source>
        <comment>BCP 47 tag of this translation: “zh-CN”</comment>
        <translation>zh-CN</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Holds</source>
        <comment>column: until when</comment>
        <translation>有效期</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>%1 passed</source>
        <comment>checks</comment>
        <translation>%1 项通过</translation>
    </message>
    <message>
        <source>In effect: %1</source>
        <translation>生效值：%1</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>依据：%1</translation>
    </message>
    <message>
        <source>Nothing is open in what was checked.</source>
        <translation>已检查的内容中没有待处理的问题。</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>Review of %1</source>
        <translation>%1 的审查报告</translation>
    </message>
    <message>
        <source>surveyed %1</source>
        <translation>采集于 %1</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>未检查</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>已通过</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>no findings</source>
        <translation>没有问题</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>2 critical</comment>
        <translation>%2 %1</translation>
    </message>
    <message>
        <source>Not checked: %1: %2</source>
        <translation>未检查：%1：%2</translation>
    </message>
    <message>
        <source>The root of %1</source>
        <translation>%1 的根目录</translation>
    </message>
    <message>
        <source>%1 (until %2)</source>
        <translation>%1（至 %2）</translation>
    </message>
    <message>
        <source>Summary: %1; %2 passed, %3 accepted, %4 not checked, %5 not applicable.</source>
        <translation>摘要：%1；%2 项通过，%3 项已接受，%4 项未检查，%5 项不适用。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between counts</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>%1:</source>
        <translation>%1：</translation>
    </message>
</context>
<context>
    <name>review</name>
    <message>
        <source>%1 This was accepted until %2 (%3); the acceptance has ended.</source>
        <comment>%1 is the explanation of the finding, %3 the reason that was given</comment>
        <translation>%1此风险曾被接受，有效期至 %2（%3）；现已到期。</translation>
    </message>
</context>
<context>
    <name>rollout</name>
    <message>
        <source>Every proof held: it is kept</source>
        <translation>每项证明都成立：予以保留</translation>
    </message>
    <message>
        <source>It is led back</source>
        <translation>恢复原状</translation>
    </message>
    <message>
        <source>every proof held</source>
        <translation>每项证明都成立</translation>
    </message>
    <message>
        <source>Nothing takes this back: %1</source>
        <translation>无法撤销：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Canary: first and alone</source>
        <translation>先行服务器：最先且单独</translation>
    </message>
    <message>
        <source>Then a quarter, side by side</source>
        <translation>然后四分之一，同时进行</translation>
    </message>
    <message>
        <source>Then the rest</source>
        <translation>然后是其余的</translation>
    </message>
    <message>
        <source>Take no part</source>
        <translation>不参与</translation>
    </message>
    <message>
        <source>Its files are read as they are now</source>
        <translation>按当前状态读取其文件</translation>
    </message>
    <message>
        <source>Everything is as wished already</source>
        <translation>一切已符合要求</translation>
    </message>
    <message>
        <source>Nothing was done to it</source>
        <translation>未对其做任何更改</translation>
    </message>
    <message>
        <source>planning</source>
        <translation>正在制定计划</translation>
    </message>
    <message>
        <source>no plan</source>
        <translation>没有计划</translation>
    </message>
    <message>
        <source>nothing to do</source>
        <translation>无需更改</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>1 warning</source>
        <translation>1 条警告</translation>
    </message>
    <message>
        <source>%1 warnings</source>
        <translation>%1 条警告</translation>
    </message>
    <message>
        <source>proving</source>
        <translation>正在证明</translation>
    </message>
    <message>
        <source>proven</source>
        <translation>已证明</translation>
    </message>
    <message>
        <source>going back</source>
        <translation>正在恢复</translation>
    </message>
    <message>
        <source>at work</source>
        <translation>处理中</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>未轮到</translation>
    </message>
    <message>
        <source>1 server keeps it</source>
        <translation>1 台服务器已保留</translation>
    </message>
    <message>
        <source>%1 servers keep it</source>
        <translation>%1 台服务器已保留</translation>
    </message>
    <message>
        <source>1 is as it was before</source>
        <translation>1 台保持原状</translation>
    </message>
    <message>
        <source>%1 are as they were before</source>
        <translation>%1 台保持原状</translation>
    </message>
    <message>
        <source>1 refused before the first change</source>
        <translation>1 台在首次更改之前被拒绝</translation>
    </message>
    <message>
        <source>%1 refused before the first change</source>
        <translation>%1 台在首次更改之前被拒绝</translation>
    </message>
    <message>
        <source>1 could not be restored whole</source>
        <translation>1 台未能完全恢复</translation>
    </message>
    <message>
        <source>%1 could not be restored whole</source>
        <translation>%1 台未能完全恢复</translation>
    </message>
    <message>
        <source>1 is not heard of, it returns by itself</source>
        <translation>1 台失去联系，它会自行恢复</translation>
    </message>
    <message>
        <source>%1 are not heard of, they return by themselves</source>
        <translation>%1 台失去联系，它们会自行恢复</translation>
    </message>
    <message>
        <source>1 was not reached</source>
        <translation>1 台未轮到</translation>
    </message>
    <message>
        <source>%1 were not reached</source>
        <translation>%1 台未轮到</translation>
    </message>
</context>
<context>
    <name>rules</name>
    <message>
        <source>%1: %2</source>
        <comment>a file, and why it could not be read</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Jupyter in the container %1 lets everybody in without a password</source>
        <translation>容器 %1 中的 Jupyter 无需密码，人人可进</translation>
    </message>
    <message>
        <source>%1 runs as root in the container %2</source>
        <translation>%1 在容器 %2 中以 root 身份运行</translation>
    </message>
    <message>
        <source>Inside it is root, on the server itself it is not. A hole in the container engine or the kernel, or a folder of the server that is mounted inside, turns the one into the other. Give it a user of its own (USER in the image, user: in the compose file, User= in its unit).</source>
        <translation>它在容器内是 root，在服务器本身则不是。容器引擎或内核的漏洞，或挂载到容器内的服务器文件夹，都会让前者变成后者。请给它一个单独的用户（镜像中的 USER、compose 文件中的 user:、其 unit 中的 User=）。</translation>
    </message>
    <message>
        <source>No key opens more than one account</source>
        <translation>没有密钥能登录多个账户</translation>
    </message>
    <message>
        <source>Jupyter lets everybody in without a password</source>
        <translation>Jupyter 无需密码，人人可进</translation>
    </message>
    <message>
        <source>Jupyter lets everybody in without a password, as %1</source>
        <translation>Jupyter 以 %1 身份运行，无需密码，人人可进</translation>
    </message>
    <message>
        <source>A notebook server is a shell in the browser: whoever reaches its port runs any command as its user. Its token was set to nothing and no password is set. Remove that line, or set a hashed password with jupyter server password.</source>
        <translation>Notebook 服务器就是浏览器里的 shell：谁能访问其端口，谁就能以其用户身份运行任何命令。它的令牌被设为空，也没有设置密码。请删除那一行，或用 jupyter server password 设置散列后的密码。</translation>
    </message>
    <message>
        <source>no Jupyter runs</source>
        <translation>没有运行 Jupyter</translation>
    </message>
    <message>
        <source>Jupyter asks for a password or a token</source>
        <translation>Jupyter 要求密码或令牌</translation>
    </message>
    <message>
        <source>The certificate %1 has expired</source>
        <translation>证书 %1 已过期</translation>
    </message>
    <message>
        <source>Browsers and programs refuse it. Renew it now, and see that the next renewal runs by itself.</source>
        <translation>浏览器和程序会拒绝它。请立即续期，并确保下一次续期自动运行。</translation>
    </message>
    <message>
        <source>The certificate %1 expires soon, on %2</source>
        <translation>证书 %1 即将过期，到期日 %2</translation>
    </message>
    <message>
        <source>A renewal is scheduled, but it should have happened by now: it seems to fail. Try certbot renew --dry-run and read its log.</source>
        <translation>已安排续期，但早该完成了：看来续期失败。请试运行 certbot renew --dry-run，并查看其日志。</translation>
    </message>
    <message>
        <source>No renewal that runs was found for it. Renew it, and let a timer do it from now on.</source>
        <translation>没有发现在运行的续期机制。请先续期，此后交给定时器。</translation>
    </message>
    <message>
        <source>No certificate has expired or is about to</source>
        <translation>没有已过期或即将过期的证书</translation>
    </message>
    <message>
        <source>Nothing renews the certificate %1</source>
        <translation>证书 %1 无人续期</translation>
    </message>
    <message>
        <source>Certbot made this certificate, but neither its timer nor a line of cron runs certbot renew. On its last day every browser and client refuses the site. Switch the timer on: systemctl enable --now certbot.timer.</source>
        <translation>这个证书由 Certbot 签发，但它的定时器和 cron 都没有运行 certbot renew。到期那天，所有浏览器和客户端都会拒绝该站点。请启用定时器：systemctl enable --now certbot.timer。</translation>
    </message>
    <message>
        <source>Certbot manages no certificate</source>
        <translation>Certbot 没有管理任何证书</translation>
    </message>
    <message>
        <source>a folder has no running timers</source>
        <translation>文件夹中没有运行的定时器</translation>
    </message>
    <message>
        <source>Certificates of Certbot are renewed by a timer or cron</source>
        <translation>Certbot 的证书由定时器或 cron 续期</translation>
    </message>
    <message>
        <source>The web server is reloaded after every attempt to renew</source>
        <translation>每次尝试续期后都会重新加载 Web 服务器</translation>
    </message>
    <message>
        <source>A post-hook runs after each attempt, failed ones too, and when one of several certificates was due. A deploy-hook runs only when a new certificate is there, once for each: write --deploy-hook instead.</source>
        <translation>post-hook 在每次尝试后都会运行，失败时也一样，多个证书中任何一个到期也会运行。deploy-hook 只在有新证书时运行，每个证书一次：请改用 --deploy-hook。</translation>
    </message>
    <message>
        <source>The web server is reloaded when a certificate was really renewed</source>
        <translation>证书真正续期后才重新加载 Web 服务器</translation>
    </message>
    <message>
        <source>No firewall filters incoming connections</source>
        <translation>没有防火墙过滤入站连接</translation>
    </message>
    <message>
        <source>Every port that a program opens, on purpose or not, is open to the world at once: %1. Allow ssh first, then 80 and 443, then deny the rest.</source>
        <translation>程序打开的每个端口，无论是否有意，都立即对整个互联网开放：%1。请先允许 ssh，再允许 80 和 443，然后拒绝其余。</translation>
    </message>
    <message>
        <source>The firewall does not filter IPv6</source>
        <translation>防火墙未过滤 IPv6</translation>
    </message>
    <message>
        <source>What is closed over IPv4 is open over IPv6: %1. The same rules must hold for both (IPV6=yes in /etc/default/ufw, or a table of family inet).</source>
        <translation>IPv4 上关闭的端口，在 IPv6 上是开放的：%1。两者必须采用相同的规则（在 /etc/default/ufw 中设置 IPV6=yes，或使用 inet 族的表）。</translation>
    </message>
    <message>
        <source>A firewall closes what is not opened on purpose</source>
        <translation>未特意开放的端口由防火墙关闭</translation>
    </message>
    <message>
        <source>Whoever finds this port can use it, read what others do with it and often run code on the server. Nothing stands in the way: %1. Bind it to 127.0.0.1 and publish it through nginx with TLS and a login.</source>
        <translation>谁发现这个端口，谁就能使用它，读取他人用它做的事，往往还能在服务器上运行代码。没有任何阻拦：%1。请绑定到 127.0.0.1，并通过 nginx 发布，配上 TLS 和登录。</translation>
    </message>
    <message>
        <source>Ports of data stores and of container engines are tried all over the Internet within hours. Nothing stands in the way: %1. Bind it to 127.0.0.1, or let the firewall open it for the machines that need it.</source>
        <translation>数据存储和容器引擎的端口，几小时内就会被全网扫描尝试。没有任何阻拦：%1。请绑定到 127.0.0.1，或只在防火墙中对需要的机器开放。</translation>
    </message>
    <message>
        <source>Nothing stands between the Internet and this program: %1. Bind it to 127.0.0.1 and put nginx in front, or close the port in the firewall.</source>
        <translation>这个程序与互联网之间没有任何阻拦：%1。请绑定到 127.0.0.1 并在前面放置 nginx，或在防火墙中关闭该端口。</translation>
    </message>
    <message>
        <source>%1 answers the whole world on port %2</source>
        <translation>%1 的端口 %2 对整个互联网开放</translation>
    </message>
    <message>
        <source>%1 answers the whole world on port %2, as %3</source>
        <translation>%1 的端口 %2 对整个互联网开放，以 %3 身份运行</translation>
    </message>
    <message>
        <source>%1 may be open to the world on port %2</source>
        <translation>%1 的端口 %2 可能对整个互联网开放</translation>
    </message>
    <message>
        <source>Whether the firewall stops it could not be decided: %1.</source>
        <translation>无法判断防火墙是否阻止它：%1。</translation>
    </message>
    <message>
        <source>No service listens to the world with nothing in front</source>
        <translation>没有服务毫无防护地对互联网监听</translation>
    </message>
    <message>
        <source>Something</source>
        <comment>subject of “… answers the world on port …”: an unknown program</comment>
        <translation>某个程序</translation>
    </message>
    <message>
        <source>A comment accepts %1, which is no rule</source>
        <translation>注释接受了 %1，但没有这条规则</translation>
    </message>
    <message>
        <source>No rule has this name, so the comment accepts nothing. The name stands beside each finding.</source>
        <translation>没有叫这个名称的规则，所以这条注释什么也没有接受。每个问题旁边都写有规则名称。</translation>
    </message>
    <message>
        <source>Comments that accept findings name rules that exist</source>
        <translation>接受风险的注释所指的规则都存在</translation>
    </message>
    <message>
        <source>A comment accepts %1 without a reason</source>
        <translation>注释接受了 %1，但没有写理由</translation>
    </message>
    <message>
        <source>A comment that accepts a finding counts only with a reason behind the name of the rule, so that the next reader knows why. Until then the finding stays open.</source>
        <translation>接受某个问题的注释，必须在规则名称之后写明理由才有效，以便后来的人知道原因。在此之前，该问题仍为待处理。</translation>
    </message>
    <message>
        <source>Comments that accept findings give a reason</source>
        <translation>接受风险的注释都写明了理由</translation>
    </message>
    <message>
        <source>whether fail2ban runs is not known</source>
        <translation>不知道 fail2ban 是否运行</translation>
    </message>
    <message>
        <source>fail2ban is switched on but does not run</source>
        <translation>fail2ban 已启用，但没有运行</translation>
    </message>
    <message>
        <source>Nobody is banned, however often a password is guessed. A jail reads a log file that is not there: Debian 12 writes no /var/log/auth.log any more, logins go to the journal. Set backend = systemd in the jail and start fail2ban again.</source>
        <translation>无论密码被猜多少次，都没有人被封禁。某个 jail 读取的日志文件不存在：Debian 12 不再写 /var/log/auth.log，登录记录进入 journal。请在该 jail 中设置 backend = systemd，然后重新启动 fail2ban。</translation>
    </message>
    <message>
        <source>Nobody is banned, however often a password is guessed, while everybody believes otherwise. Its log says why it stopped; mend that and start it again.</source>
        <translation>无论密码被猜多少次，都没有人被封禁，而大家以为有。它的日志说明了停止的原因；请修正后重新启动。</translation>
    </message>
    <message>
        <source>fail2ban runs where it is switched on</source>
        <translation>启用了 fail2ban 的地方，它在运行</translation>
    </message>
    <message>
        <source>sshd takes no passwords</source>
        <translation>sshd 不接受密码</translation>
    </message>
    <message>
        <source>Nothing stops the guessing of passwords</source>
        <translation>没有任何措施阻止猜测密码</translation>
    </message>
    <message>
        <source>sshd takes passwords, and nobody who guesses them is shut out. Take keys only; until then, install fail2ban with backend = systemd for the jail sshd.</source>
        <translation>sshd 接受密码，而猜测密码的人不会被挡在外面。请只接受密钥；在此之前，请安装 fail2ban，并为 jail sshd 设置 backend = systemd。</translation>
    </message>
    <message>
        <source>Who guesses passwords is shut out</source>
        <translation>猜测密码的人会被挡在外面</translation>
    </message>
    <message>
        <source>%1 has failed</source>
        <translation>%1 已失败</translation>
    </message>
    <message>
        <source>systemd tried to run this service and gave up. Either it is needed, and then its log says what to mend, or it is not, and then it should be switched off.</source>
        <translation>systemd 尝试运行这个服务，最后放弃了。如果需要它，日志会说明该修正什么；如果不需要，就应当停用。</translation>
    </message>
    <message>
        <source>No service of systemd has failed</source>
        <translation>没有失败的 systemd 服务</translation>
    </message>
    <message>
        <source>%1 listens on all addresses, port %2</source>
        <translation>%1 监听所有地址，端口 %2</translation>
    </message>
    <message>
        <source>Services that serve models and notebooks are made for a trusted network. Bound to 127.0.0.1, with nginx in front for TLS and a login, they stay closed even on the day when a firewall rule is wrong.</source>
        <translation>提供模型和 notebook 的服务是为可信网络设计的。绑定到 127.0.0.1，并由前面的 nginx 负责 TLS 和登录，即使哪天防火墙规则写错，它们也不会暴露。</translation>
    </message>
    <message>
        <source>Services that serve models listen on this machine only, behind nginx</source>
        <translation>提供模型的服务只监听本机，位于 nginx 之后</translation>
    </message>
    <message>
        <source>A process</source>
        <translation>某个进程</translation>
    </message>
    <message>
        <source>%1 runs as root</source>
        <translation>%1 以 root 身份运行</translation>
    </message>
    <message>
        <source>A service that takes requests, loads models and imports hundreds of libraries needs no rights over the server. Give it a user of its own (User= in its unit, user= in supervisor), which may read its models and write its own folder.</source>
        <translation>接收请求、加载模型、导入数百个库的服务，不需要掌控服务器的权限。请给它单独的用户（unit 中的 User=，supervisor 中的 user=），只能读取模型和写入自己的文件夹。</translation>
    </message>
    <message>
        <source>Services that take requests do not run as root</source>
        <translation>接收请求的服务不以 root 身份运行</translation>
    </message>
    <message>
        <source>Supervisor runs %1 as root</source>
        <translation>Supervisor 以 root 身份运行 %1</translation>
    </message>
    <message>
        <source>The program has no user of its own, so supervisord starts it as root: a hole in it, or in one of its libraries, gives away the whole server. Make a user for it and write user=NAME into its section.</source>
        <translation>该程序没有自己的用户，所以 supervisord 以 root 启动它：它或它的某个库有漏洞，就会交出整台服务器。请为它建立用户，并在其配置段中写入 user=NAME。</translation>
    </message>
    <message>
        <source>Programs of supervisor run as a user of their own</source>
        <translation>Supervisor 的程序都以各自的用户运行</translation>
    </message>
    <message>
        <source>Key agents are not forwarded</source>
        <translation>不转发密钥代理</translation>
    </message>
    <message>
        <source>Who may log in over SSH is written down</source>
        <translation>明确写出了谁可以通过 SSH 登录</translation>
    </message>
    <message>
        <source>Each user’s keys are in that user’s home directory</source>
        <translation>每个用户的密钥都在自己的主目录中</translation>
    </message>
    <message>
        <source>A notice is shown before login</source>
        <translation>登录前显示声明</translation>
    </message>
    <message>
        <source>Dead connections are closed</source>
        <translation>失效的连接会被关闭</translation>
    </message>
    <message>
        <source>Data is not compressed before login</source>
        <translation>登录前不压缩数据</translation>
    </message>
    <message>
        <source>Only root may write the configuration of sshd</source>
        <translation>只有 root 可写 sshd 的配置</translation>
    </message>
    <message>
        <source>No outdated keywords are used</source>
        <translation>没有使用过时的关键字</translation>
    </message>
    <message>
        <source>Accounts without a password cannot log in over SSH</source>
        <translation>没有密码的账户不能通过 SSH 登录</translation>
    </message>
    <message>
        <source>Forwarded ports listen on this computer only</source>
        <translation>转发的端口只在本机监听</translation>
    </message>
    <message>
        <source>GSSAPI login is off</source>
        <translation>GSSAPI 登录已关闭</translation>
    </message>
    <message>
        <source>Login because of the client’s computer is off</source>
        <translation>凭客户端计算机登录的方式已关闭</translation>
    </message>
    <message>
        <source>There is an Ed25519 host key</source>
        <translation>有 Ed25519 主机密钥</translation>
    </message>
    <message>
        <source>Only root reads the private host keys</source>
        <translation>只有 root 可读主机私钥</translation>
    </message>
    <message>
        <source>The host keys are strong</source>
        <translation>主机密钥足够强</translation>
    </message>
    <message>
        <source>Files .rhosts and .shosts are ignored</source>
        <translation>忽略 .rhosts 和 .shosts 文件</translation>
    </message>
    <message>
        <source>sshd accepts its configuration</source>
        <translation>sshd 接受其配置</translation>
    </message>
    <message>
        <source>Kerberos passwords are off</source>
        <translation>Kerberos 密码已关闭</translation>
    </message>
    <message>
        <source>Keyboard-interactive login does not let passwords in</source>
        <translation>键盘交互登录不接受密码</translation>
    </message>
    <message>
        <source>The last login is shown at login</source>
        <translation>登录时显示上次登录时间</translation>
    </message>
    <message>
        <source>sshd listens on chosen addresses</source>
        <translation>sshd 只监听选定的地址</translation>
    </message>
    <message>
        <source>A connection that does not log in is closed soon</source>
        <translation>不登录的连接很快被关闭</translation>
    </message>
    <message>
        <source>Logins are written to the log</source>
        <translation>登录会写入日志</translation>
    </message>
    <message>
        <source>Every Match block can apply</source>
        <translation>每个 Match 块都能生效</translation>
    </message>
    <message>
        <source>Few login attempts per connection</source>
        <translation>每个连接的登录尝试次数有限</translation>
    </message>
    <message>
        <source>Few sessions per connection</source>
        <translation>每个连接的会话数有限</translation>
    </message>
    <message>
        <source>Few connections may wait for a login at once</source>
        <translation>同时等待登录的连接数有限</translation>
    </message>
    <message>
        <source>The groups for Diffie-Hellman exchange are large</source>
        <translation>Diffie-Hellman 交换使用的群足够大</translation>
    </message>
    <message>
        <source>Passwords are not accepted for SSH login</source>
        <translation>SSH 登录不接受密码</translation>
    </message>
    <message>
        <source>One address cannot take all places of waiting logins</source>
        <translation>一个地址无法占满所有等待登录的名额</translation>
    </message>
    <message>
        <source>Addresses that misbehave have to wait</source>
        <translation>行为不端的地址必须等待</translation>
    </message>
    <message>
        <source>sshd does not listen on port 22</source>
        <translation>sshd 不监听 22 端口</translation>
    </message>
    <message>
        <source>Recordings of today cannot be opened by future quantum computers</source>
        <translation>今天录下的通信，未来的量子计算机也解不开</translation>
    </message>
    <message>
        <source>Login with a key is possible</source>
        <translation>可以用密钥登录</translation>
    </message>
    <message>
        <source>Strangers cannot run code through sshd (regreSSHion)</source>
        <translation>陌生人无法通过 sshd 运行代码（regreSSHion）</translation>
    </message>
    <message>
        <source>Short RSA keys are refused</source>
        <translation>拒绝短 RSA 密钥</translation>
    </message>
    <message>
        <source>Root does not log in over SSH</source>
        <translation>root 不通过 SSH 登录</translation>
    </message>
    <message>
        <source>Every line of the configuration has the effect it states</source>
        <translation>配置中的每一行都如其所写生效</translation>
    </message>
    <message>
        <source>Port and ListenAddress have the effect they state</source>
        <translation>Port 和 ListenAddress 如其所写生效</translation>
    </message>
    <message>
        <source>sshd checks the permissions of authorized_keys</source>
        <translation>sshd 检查 authorized_keys 的权限</translation>
    </message>
    <message>
        <source>Logins go to the log of authentication</source>
        <translation>登录写入认证日志</translation>
    </message>
    <message>
        <source>Ports cannot be forwarded through this server</source>
        <translation>不能通过这台服务器转发端口</translation>
    </message>
    <message>
        <source>Connections cannot be cut by prefix (Terrapin)</source>
        <translation>连接无法被截去开头（Terrapin）</translation>
    </message>
    <message>
        <source>Users cannot build network tunnels through SSH</source>
        <translation>用户不能通过 SSH 建立网络隧道</translation>
    </message>
    <message>
        <source>Every key that may log in is in use</source>
        <translation>每个可登录的密钥都在使用</translation>
    </message>
    <message>
        <source>Names of clients are not looked up</source>
        <translation>不反查客户端的名称</translation>
    </message>
    <message>
        <source>Logins go through PAM</source>
        <translation>登录经过 PAM</translation>
    </message>
    <message>
        <source>Users cannot set the environment of their login</source>
        <translation>用户不能设置登录环境变量</translation>
    </message>
    <message>
        <source>Users do not decide which computers are trusted</source>
        <translation>用户不能决定信任哪些计算机</translation>
    </message>
    <message>
        <source>The keys of users are strong</source>
        <translation>用户的密钥足够强</translation>
    </message>
    <message>
        <source>Only sound signatures of authorities are accepted</source>
        <translation>只接受颁发机构的可靠签名</translation>
    </message>
    <message>
        <source>Only sound ciphers are offered</source>
        <translation>只提供可靠的加密算法</translation>
    </message>
    <message>
        <source>The server proves itself with sound signatures only</source>
        <translation>服务器只用可靠的签名证明身份</translation>
    </message>
    <message>
        <source>Only sound key exchanges are offered</source>
        <translation>只提供可靠的密钥交换算法</translation>
    </message>
    <message>
        <source>Only sound message authentication is offered</source>
        <translation>只提供可靠的消息认证算法</translation>
    </message>
    <message>
        <source>Only sound signatures are accepted from users</source>
        <translation>只接受用户的可靠签名</translation>
    </message>
    <message>
        <source>X11 is not forwarded</source>
        <translation>未转发 X11</translation>
    </message>
    <message>
        <source>Forwarded displays listen on this computer only</source>
        <translation>转发的显示只在本机监听</translation>
    </message>
    <message>
        <source>Certificates, one-time codes and logs rest on the time. Let systemd-timesyncd or chrony keep it: timedatectl set-ntp true.</source>
        <translation>证书、一次性验证码和日志都依赖时间。请让 systemd-timesyncd 或 chrony 保持时间准确：timedatectl set-ntp true。</translation>
    </message>
    <message>
        <source>The clock is off by %1 seconds</source>
        <translation>时钟偏差 %1 秒</translation>
    </message>
    <message>
        <source>The clock is not synchronised</source>
        <translation>时钟未同步</translation>
    </message>
    <message>
        <source>The clock is right and kept so</source>
        <translation>时钟准确，并保持同步</translation>
    </message>
    <message>
        <source>The lists of packages are old: fetched on %1</source>
        <translation>软件包列表已过时：获取于 %1</translation>
    </message>
    <message>
        <source>Whether security updates are missing cannot be told from lists this old: the server has not asked since. Fetch them (apt update) and let the system do it daily.</source>
        <translation>这么旧的列表看不出是否缺少安全更新：此后服务器再没有查询过。请获取列表（apt update），并让系统每天自动获取。</translation>
    </message>
    <message>
        <source>The lists of packages are fresh enough to know about security updates</source>
        <translation>软件包列表足够新，能反映安全更新</translation>
    </message>
    <message>
        <source>a folder is no running server</source>
        <translation>文件夹不是运行中的服务器</translation>
    </message>
    <message>
        <source>Updates wait for a restart of the server</source>
        <translation>更新需要重启服务器才能生效</translation>
    </message>
    <message>
        <source>A newer kernel or library is installed, but the old one, with its holes, still runs. Restart the server at a quiet hour.</source>
        <translation>已安装更新的内核或库，但仍在运行有漏洞的旧版本。请在空闲时段重启服务器。</translation>
    </message>
    <message>
        <source>What was updated is also what runs</source>
        <translation>运行的就是更新后的版本</translation>
    </message>
    <message>
        <source>Security updates wait to be installed: %1</source>
        <translation>有待安装的安全更新：%1</translation>
    </message>
    <message>
        <source>The holes they close are public. Install them, and let the system do it by itself from now on (unattended-upgrades, dnf-automatic).</source>
        <translation>它们修复的漏洞是公开的。请安装这些更新，今后让系统自动安装（unattended-upgrades、dnf-automatic）。</translation>
    </message>
    <message>
        <source>The holes they close are public, and these packages face the network or guard root: %1. Install them, and let the system do it by itself from now on (unattended-upgrades, dnf-automatic).</source>
        <translation>它们修复的漏洞是公开的，而且这些软件包面向网络或把守 root 权限：%1。请安装这些更新，今后让系统自动安装（unattended-upgrades、dnf-automatic）。</translation>
    </message>
    <message>
        <source>No security update waits to be installed</source>
        <translation>没有待安装的安全更新</translation>
    </message>
    <message>
        <source>%1 has no password: none is needed to log in</source>
        <translation>%1 没有密码：无需密码即可登录</translation>
    </message>
    <message>
        <source>An empty field in /etc/shadow is not a locked account: whoever types the name is in, at the console, with su, and over SSH where PermitEmptyPasswords is on. Lock it: passwd -l NAME.</source>
        <translation>/etc/shadow 中的空字段并不是锁定的账户：输入名称就能进入，无论在控制台、用 su，还是在启用 PermitEmptyPasswords 时通过 SSH。请锁定它：passwd -l NAME。</translation>
    </message>
    <message>
        <source>No account with a shell has an empty password</source>
        <translation>拥有 shell 的账户都设有密码</translation>
    </message>
    <message>
        <source>%1 is root under another name</source>
        <translation>%1 是换了名字的 root</translation>
    </message>
    <message>
        <source>Rules about root, such as PermitRootLogin, do not hold for this name, yet its number is 0 and it may do everything. Intruders leave such accounts behind: find out who made it, and remove it.</source>
        <translation>针对 root 的规则（如 PermitRootLogin）对这个名称无效，但它的 UID 是 0，可以做任何事。入侵者常留下这样的账户：请查明是谁建立的，并删除它。</translation>
    </message>
    <message>
        <source>Only root has the number 0</source>
        <translation>只有 root 的 UID 是 0</translation>
    </message>
    <message>
        <source>Everybody may become root without a password</source>
        <translation>任何人都可以无密码成为 root</translation>
    </message>
    <message>
        <source>%1 may become root without a password</source>
        <translation>%1 可以无密码成为 root</translation>
    </message>
    <message>
        <source>Whoever takes over such an account, by a stolen key or a hole in a program that it runs, is root at once. Name the commands that it needs without a password, or let sudo ask.</source>
        <translation>谁通过窃取密钥或其所运行程序的漏洞接管了这样的账户，谁就立即成为 root。请列出它无需密码即可执行的命令，或让 sudo 询问密码。</translation>
    </message>
    <message>
        <source>Becoming root needs a password</source>
        <translation>成为 root 需要密码</translation>
    </message>
    <message>
        <source>files inside containers are not read</source>
        <translation>不读取容器内的文件</translation>
    </message>
    <message>
        <source>there is no certificate</source>
        <translation>没有证书</translation>
    </message>
    <message>
        <source>the rest: %1</source>
        <comment>%1 is why a rule could not look everywhere: needs root</comment>
        <translation>其余部分：%1</translation>
    </message>
    <message>
        <source>no comment accepts a finding</source>
        <translation>没有接受问题的注释</translation>
    </message>
    <message>
        <source>A comment accepts %1, but nothing is found there</source>
        <translation>有注释接受 %1，但那里没有发现任何问题</translation>
    </message>
    <message>
        <source>The comment accepts what this rule finds on its own line or the line below, or about the file as a whole. There is nothing of the kind: move the comment to the line that is meant, or remove it.</source>
        <translation>注释接受的是该规则在本行、下一行或针对整个文件发现的问题。那里并没有这样的问题：请把注释移到所指的那一行，或删除它。</translation>
    </message>
    <message>
        <source>Comments that accept findings accept one</source>
        <translation>接受问题的注释确实对应一个问题</translation>
    </message>
    <message>
        <source>no account has a shell</source>
        <translation>没有可登录的账户</translation>
    </message>
    <message>
        <source>Nobody but its owner may write what decides who logs in with a key</source>
        <translation>决定谁能用密钥登录的文件只有其所有者可写</translation>
    </message>
    <message>
        <source>Answers have one Content-Type</source>
        <translation>应答只有一个 Content-Type</translation>
    </message>
    <message>
        <source>Headers are on one line each</source>
        <translation>每个头只占一行</translation>
    </message>
    <message>
        <source>No block loses response headers that the blocks around it set</source>
        <translation>没有块丢失外层块设置的响应头</translation>
    </message>
    <message>
        <source>No request can leave the folder of an alias</source>
        <translation>没有请求能离开 alias 的目录</translation>
    </message>
    <message>
        <source>Lists of allowed addresses keep all others out</source>
        <translation>允许地址的列表会拒绝其他所有人</translation>
    </message>
    <message>
        <source>Where several servers share a socket, one is marked as the default</source>
        <translation>多个 server 共用一个套接字时，有一个标为默认</translation>
    </message>
    <message>
        <source>Errors are logged where they are meant to be</source>
        <translation>错误记录在应在之处</translation>
    </message>
    <message>
        <source>No folder of the system is published</source>
        <translation>没有发布系统目录</translation>
    </message>
    <message>
        <source>Maps that decide something say what holds for the rest</source>
        <translation>起决定作用的 map 写明了其余情况</translation>
    </message>
    <message>
        <source>Services see the host name that nginx took the request for</source>
        <translation>服务看到的主机名就是 nginx 认定的名字</translation>
    </message>
    <message>
        <source>Browsers are told to come back over TLS only (HSTS)</source>
        <translation>要求浏览器只经 TLS 再次访问（HSTS）</translation>
    </message>
    <message>
        <source>Requests that came over another name&apos;s connection are sent back</source>
        <translation>经别的名字的连接而来的请求会被退回</translation>
    </message>
    <message>
        <source>No request can put a line break into a header</source>
        <translation>没有请求能把换行放进头中</translation>
    </message>
    <message>
        <source>“if” in locations only returns or rewrites</source>
        <translation>location 中的“if”只用于 return 或 rewrite</translation>
    </message>
    <message>
        <source>Patterns are valid and have the groups that are asked of them</source>
        <translation>模式有效，且含有所引用的分组</translation>
    </message>
    <message>
        <source>Connections last for a thousand requests</source>
        <translation>连接可持续一千个请求</translation>
    </message>
    <message>
        <source>Nothing is said about slashes that holds anyway</source>
        <translation>没有写出本来就成立的 merge_slashes</translation>
    </message>
    <message>
        <source>Names of services are resolved when their addresses change</source>
        <translation>服务的名字在地址变更时会重新解析</translation>
    </message>
    <message>
        <source>There are as many worker processes as cores</source>
        <translation>工作进程数与核数相同</translation>
    </message>
    <message>
        <source>Variables are spelled alike everywhere</source>
        <translation>变量在各处拼写一致</translation>
    </message>
    <message>
        <source>Only the sites that are meant are trusted as origins</source>
        <translation>只有指定的站点被当作可信的 Origin</translation>
    </message>
    <message>
        <source>No rewrite meets the fault of nginx with groups inside each other (CVE-2026-9256)</source>
        <translation>没有 rewrite 触发 nginx 嵌套分组的缺陷（CVE-2026-9256）</translation>
    </message>
    <message>
        <source>Answers go through buffers where they are not streamed</source>
        <translation>非流式的应答经过缓冲</translation>
    </message>
    <message>
        <source>Services see the URI as it was asked for</source>
        <translation>服务看到的 URI 与请求的一致</translation>
    </message>
    <message>
        <source>No block loses request headers that the blocks around it set</source>
        <translation>没有块丢失外层块设置的请求头</translation>
    </message>
    <message>
        <source>HTTP/3 connections outlive a reload</source>
        <translation>HTTP/3 连接在重新加载后仍然保持</translation>
    </message>
    <message>
        <source>Locations for one URI are exact ones, not patterns</source>
        <translation>只对应一个 URI 的 location 是精确匹配，而非模式</translation>
    </message>
    <message>
        <source>No request keeps a pattern busy for long</source>
        <translation>没有请求能让模式忙很久</translation>
    </message>
    <message>
        <source>Names are asked of a resolver of this network</source>
        <translation>名字由本网络的解析服务器查询</translation>
    </message>
    <message>
        <source>No answer comes before the list of addresses is looked at</source>
        <translation>没有应答先于地址列表的检查</translation>
    </message>
    <message>
        <source>OpenSSL knows all groups for key exchange that are named</source>
        <translation>OpenSSL 认识所列的全部密钥交换组</translation>
    </message>
    <message>
        <source>OCSP answers are stapled only where there are any</source>
        <translation>只在有 OCSP 应答时才装订</translation>
    </message>
    <message>
        <source>Where OCSP answers are stapled, nginx can look their source up</source>
        <translation>装订 OCSP 应答时，nginx 能查到其来源</translation>
    </message>
    <message>
        <source>No client chooses where nginx sends its request</source>
        <translation>没有客户端能选择 nginx 把请求发往何处</translation>
    </message>
    <message>
        <source>Status pages are not open to everybody</source>
        <translation>状态页不对所有人开放</translation>
    </message>
    <message>
        <source>Where files are looked for, the answers are remembered</source>
        <translation>查找文件的结果会被记住</translation>
    </message>
    <message>
        <source>Patterns for a kind of file look at the end of the name</source>
        <translation>针对一类文件的模式检查名字的末尾</translation>
    </message>
    <message>
        <source>Lists of ciphers name ciphers that exist</source>
        <translation>密码套件列表中的名字都存在</translation>
    </message>
    <message>
        <source>No rewrite meets the fault of nginx with numbered groups (CVE-2026-42945)</source>
        <translation>没有 rewrite 触发 nginx 数字分组的缺陷（CVE-2026-42945）</translation>
    </message>
    <message>
        <source>Checks of the Referer cannot be passed without one</source>
        <translation>Referer 检查不能靠不带 Referer 绕过</translation>
    </message>
    <message>
        <source>Answers do not tell the version of nginx</source>
        <translation>应答不透露 nginx 的版本</translation>
    </message>
    <message>
        <source>Only sound protocols and ciphers of TLS are offered</source>
        <translation>只提供可靠的 TLS 协议和密码套件</translation>
    </message>
    <message>
        <source>Worker processes may open a file for each side of a connection</source>
        <translation>工作进程可为连接的两侧各打开一个文件</translation>
    </message>
    <message>
        <source>The certificate authority reaches its challenge</source>
        <translation>证书颁发机构能到达其质询</translation>
    </message>
    <message>
        <source>Services with an API under /v1/ see that path</source>
        <translation>API 位于 /v1/ 下的服务能看到该路径</translation>
    </message>
    <message>
        <source>Folders do not list their files to everybody</source>
        <translation>文件夹不会向所有人列出文件</translation>
    </message>
    <message>
        <source>No password of nginx stands before an API that takes tokens</source>
        <translation>接受令牌的 API 前面没有 nginx 的密码</translation>
    </message>
    <message>
        <source>Certificates are for the names that are served with them</source>
        <translation>证书适用于用它提供服务的名称</translation>
    </message>
    <message>
        <source>Only connections that are upgraded say so</source>
        <translation>只有要升级的连接才这么说</translation>
    </message>
    <message>
        <source>No hole that is known touches what is used of this nginx</source>
        <translation>没有已知漏洞涉及此 nginx 所用的功能</translation>
    </message>
    <message>
        <source>Only who is known may write files (WebDAV)</source>
        <translation>只有已知者可以写入文件（WebDAV）</translation>
    </message>
    <message>
        <source>Something listens wherever nginx sends requests on this machine</source>
        <translation>nginx 在本机上转发请求的地方都有程序监听</translation>
    </message>
    <message>
        <source>Each name belongs to one server of a socket</source>
        <translation>每个名称只属于套接字的一个 server</translation>
    </message>
    <message>
        <source>Hidden files are not served</source>
        <translation>隐藏文件不会被提供出去</translation>
    </message>
    <message>
        <source>HTTP/2 is switched on in the way that this nginx takes</source>
        <translation>HTTP/2 以此 nginx 接受的方式开启</translation>
    </message>
    <message>
        <source>nginx takes its configuration</source>
        <translation>nginx 接受其配置</translation>
    </message>
    <message>
        <source>nginx checks the certificates of services on other machines</source>
        <translation>nginx 检查其他机器上服务的证书</translation>
    </message>
    <message>
        <source>Clients are limited in connections, requests and sizes</source>
        <translation>客户端的连接数、请求数和大小受到限制</translation>
    </message>
    <message>
        <source>Pages carry the headers that protect whoever reads them</source>
        <translation>页面带有保护读者的标头</translation>
    </message>
    <message>
        <source>Session tickets do not undo forward secrecy</source>
        <translation>会话票据不会破坏前向保密</translation>
    </message>
    <message>
        <source>Streamed answers come through in pieces and to their end</source>
        <translation>流式应答逐段并完整地通过</translation>
    </message>
    <message>
        <source>Slow clients are given up after 10 seconds</source>
        <translation>10 秒后放弃缓慢的客户端</translation>
    </message>
    <message>
        <source>Every location can be reached by a request</source>
        <translation>每个 location 都能被请求到达</translation>
    </message>
    <message>
        <source>nginx may enter the homes that it serves files from</source>
        <translation>nginx 可以进入它从中提供文件的主目录</translation>
    </message>
    <message>
        <source>Services that take files get them through nginx</source>
        <translation>接收文件的服务能通过 nginx 得到文件</translation>
    </message>
    <message>
        <source>Services that need WebSocket get it through nginx</source>
        <translation>需要 WebSocket 的服务能通过 nginx 得到它</translation>
    </message>
    <message>
        <source>nginx&apos;s workers do not run as root</source>
        <translation>nginx 的工作进程不以 root 运行</translation>
    </message>
    <message>
        <source>Answers of services are not compressed over TLS</source>
        <translation>服务的应答不在 TLS 上压缩</translation>
    </message>
    <message>
        <source>Redirects are servers of their own</source>
        <translation>重定向使用单独的 server</translation>
    </message>
    <message>
        <source>Lists of addresses are read to their end</source>
        <translation>地址列表会读到末尾</translation>
    </message>
    <message>
        <source>No list of addresses lets everybody past the login</source>
        <translation>没有地址列表让所有人绕过登录</translation>
    </message>
    <message>
        <source>Limits and caches that are prepared are put to use</source>
        <translation>已准备的限制和缓存得到使用</translation>
    </message>
    <message>
        <source>Upstreams that keep connections are asked so that they can</source>
        <translation>保持连接的上游以能够保持的方式被请求</translation>
    </message>
</context>
<context>
    <name>ssh</name>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Where sshd listens. Another port keeps the noise of scanners away; the firewall is opened first, and both ports stay open until the new one was proven.</source>
        <translation>sshd 的监听端口。换一个端口可以避开扫描器的噪音；会先打开防火墙，两个端口都保持开放，直到新端口得到证明。</translation>
    </message>
    <message>
        <source>Login with a key</source>
        <translation>使用密钥登录</translation>
    </message>
    <message>
        <source>A key cannot be guessed and never leaves the computer of its owner.</source>
        <translation>密钥无法猜测，也绝不离开其主人的计算机。</translation>
    </message>
    <message>
        <source>Login with a password</source>
        <translation>使用密码登录</translation>
    </message>
    <message>
        <source>Passwords are guessed by machines all day. Switch them off once a key works.</source>
        <translation>机器整天都在猜测密码。密钥可用之后请关闭密码登录。</translation>
    </message>
    <message>
        <source>Keyboard-interactive login</source>
        <translation>键盘交互式登录</translation>
    </message>
    <message>
        <source>The server asks: one-time codes, and with PAM the password too, whatever the setting above says.</source>
        <translation>由服务器提问：一次性验证码；启用 PAM 时还包括密码，无论上面的设置如何。</translation>
    </message>
    <message>
        <source>Login as root</source>
        <translation>以 root 登录</translation>
    </message>
    <message>
        <source>Every scanner tries this name first. Log in as yourself and become root by sudo.</source>
        <translation>每个扫描器都会先尝试这个名字。请以自己的身份登录，再通过 sudo 成为 root。</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>with a key only</source>
        <translation>仅限密钥</translation>
    </message>
    <message>
        <source>for fixed commands</source>
        <translation>仅限固定命令</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Allowed users</source>
        <translation>允许的用户</translation>
    </message>
    <message>
        <source>Names with spaces between them; nobody else may log in. Patterns (dev*) and origins (dev@10.0.0.0/8) are understood.</source>
        <translation>用空格分隔的用户名；其他人不得登录。支持模式（dev*）和来源（dev@10.0.0.0/8）。</translation>
    </message>
    <message>
        <source>Allowed groups</source>
        <translation>允许的组</translation>
    </message>
    <message>
        <source>Who is in none of them may not log in.</source>
        <translation>不属于其中任何一组的用户不得登录。</translation>
    </message>
    <message>
        <source>X11 forwarding</source>
        <translation>X11 转发</translation>
    </message>
    <message>
        <source>Programs on the server open windows here, and can read the keyboard here.</source>
        <translation>服务器上的程序会在这里打开窗口，并能读取这里的键盘输入。</translation>
    </message>
    <message>
        <source>Agent forwarding</source>
        <translation>Agent 转发</translation>
    </message>
    <message>
        <source>Root on the server can log in elsewhere with the keys of whoever is connected.</source>
        <translation>服务器上的 root 可以用任何已连接者的密钥登录其他地方。</translation>
    </message>
    <message>
        <source>TCP forwarding (tunnels)</source>
        <translation>TCP 转发（隧道）</translation>
    </message>
    <message>
        <source>Ports of the server reached through ssh, as for a notebook on 127.0.0.1.</source>
        <translation>通过 ssh 访问服务器的端口，例如位于 127.0.0.1 的 notebook。</translation>
    </message>
    <message>
        <source>both ways</source>
        <translation>双向</translation>
    </message>
    <message>
        <source>to the server only</source>
        <translation>仅到服务器</translation>
    </message>
    <message>
        <source>from the server only</source>
        <translation>仅从服务器</translation>
    </message>
    <message>
        <source>Login attempts per connection</source>
        <translation>每个连接的登录尝试次数</translation>
    </message>
    <message>
        <source>Each key that an agent offers counts as one attempt.</source>
        <translation>agent 提供的每个密钥算一次尝试。</translation>
    </message>
    <message>
        <source>Time to log in</source>
        <translation>登录时限</translation>
    </message>
    <message>
        <source>After it the connection is closed; 0 is for ever.</source>
        <translation>超时后关闭连接；0 表示不限。</translation>
    </message>
    <message>
        <source>Keep-alive: ask a silent client after</source>
        <translation>保活：客户端静默多久后询问</translation>
    </message>
    <message>
        <source>0: never. Dead connections stay open then.</source>
        <translation>0：从不。此时失效的连接会一直保持打开。</translation>
    </message>
    <message>
        <source>Keep-alive: drop it after missed answers</source>
        <translation>保活：漏答多少次后断开</translation>
    </message>
    <message>
        <source>0: a silent client is never dropped.</source>
        <translation>0：从不断开静默的客户端。</translation>
    </message>
    <message>
        <source>Banner before the login</source>
        <translation>登录前的横幅</translation>
    </message>
    <message>
        <source>A file on the server that everybody sees who connects.</source>
        <translation>服务器上的一个文件，所有连接者都会看到。</translation>
    </message>
    <message>
        <source>Key exchange</source>
        <translation>密钥交换</translation>
    </message>
    <message>
        <source>Ciphers</source>
        <translation>加密算法</translation>
    </message>
    <message>
        <source>Message authentication</source>
        <translation>消息认证</translation>
    </message>
    <message>
        <source>Host key algorithms</source>
        <translation>主机密钥算法</translation>
    </message>
    <message>
        <source>User key algorithms</source>
        <translation>用户密钥算法</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Users and groups</source>
        <translation>用户和组</translation>
    </message>
    <message>
        <source>Forwarding</source>
        <translation>转发</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>限制</translation>
    </message>
    <message>
        <source>Banner and algorithms</source>
        <translation>横幅和算法</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>sshd</name>
    <message>
        <source>One key opens several accounts: %1</source>
        <translation>同一个密钥能登录多个账户：%1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names of users</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Who did what cannot be told apart any more, and whoever gets this one key gets all of the accounts. Give each account a key of its own, or let one account use sudo.</source>
        <translation>谁做了什么已无法分辨，而拿到这一个密钥的人就拿到了所有这些账户。请为每个账户使用单独的密钥，或让一个账户使用 sudo。</translation>
    </message>
    <message>
        <source>Users may forward their key agent</source>
        <translation>用户可以转发密钥代理</translation>
    </message>
    <message>
        <source>While such a user is connected, root on this server can log in elsewhere with the user’s keys. Set “AllowAgentForwarding no” unless people hop on from here; ProxyJump does that without an agent.</source>
        <translation>这样的用户在线期间，这台服务器上的 root 可以用该用户的密钥登录别处。除非有人要从这里跳转到其他机器，否则请设置 “AllowAgentForwarding no”；ProxyJump 不需要代理也能跳转。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>%1: names of algorithms, %2: what is wrong with them</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>the version of sshd is not known, and with it what it offers</source>
        <translation>不知道 sshd 的版本，因而不知道它提供什么</translation>
    </message>
    <message>
        <source>%1 These are: %2. Switch them off with “%3”; where a line lists what is offered, remove the names there.</source>
        <translation>%1具体是：%2。用 “%3” 关闭它们；如果某一行列出了所提供的算法，就从那一行删除这些名称。</translation>
    </message>
    <message>
        <source>Every account may log in over SSH</source>
        <translation>所有账户都可以通过 SSH 登录</translation>
    </message>
    <message>
        <source>An account that a package or a colleague creates can log in from the Internet without anybody having decided so. Name the people with “AllowUsers” or a group with “AllowGroups”, yourself first.</source>
        <translation>软件包或同事创建的账户，未经任何人决定就能从互联网登录。请用 “AllowUsers” 列出用户，或用 “AllowGroups” 列出一个组，先写上你自己。</translation>
    </message>
    <message>
        <source>Keys are read from an unusual place</source>
        <translation>从不寻常的位置读取密钥</translation>
    </message>
    <message>
        <source>A file without %u or %h holds for every account, root included, and in a folder that everybody may write anybody can add a key. Set “AuthorizedKeysFile .ssh/authorized_keys”, or a folder of root with one file per user (“/etc/ssh/authorized_keys/%u”).</source>
        <translation>不含 %u 或 %h 的文件对所有账户有效，包括 root；如果所在文件夹人人可写，任何人都能添加密钥。请设置 “AuthorizedKeysFile .ssh/authorized_keys”，或使用归 root 所有、每个用户一个文件的文件夹（“/etc/ssh/authorized_keys/%u”）。</translation>
    </message>
    <message>
        <source>No notice is shown before login</source>
        <translation>登录前不显示声明</translation>
    </message>
    <message>
        <source>Some organisations want a legal notice before login. Set “Banner /etc/issue.net” if yours does; it is no protection.</source>
        <translation>有些组织要求在登录前显示法律声明。如果你们也有此要求，请设置 “Banner /etc/issue.net”；它不提供任何防护。</translation>
    </message>
    <message>
        <source>Dead connections stay open</source>
        <translation>失效的连接一直保持</translation>
    </message>
    <message>
        <source>A session whose client vanished keeps running, and whoever takes over that client has it. Set “ClientAliveInterval 300” and “ClientAliveCountMax 3”.</source>
        <translation>客户端消失后会话仍在运行，谁接管了那台客户端，谁就得到这个会话。请设置 “ClientAliveInterval 300” 和 “ClientAliveCountMax 3”。</translation>
    </message>
    <message>
        <source>OpenSSH 7.4 and newer compress after login only</source>
        <translation>OpenSSH 7.4 及更新版本只在登录后压缩</translation>
    </message>
    <message>
        <source>Data is compressed before anybody logged in</source>
        <translation>在任何人登录之前就压缩数据</translation>
    </message>
    <message>
        <source>Strangers reach the compression library. Set “Compression delayed” or “no”.</source>
        <translation>陌生人可以接触到压缩库。请设置 “Compression delayed” 或 “no”。</translation>
    </message>
    <message>
        <source>Not only root may write %1</source>
        <translation>除 root 外还有其他用户可写 %1</translation>
    </message>
    <message>
        <source>Whoever writes this file decides who logs in, as root too. Give it to root with “chown root:root” and “chmod 644” (or 600).</source>
        <translation>谁能写这个文件，谁就能决定谁可以登录，包括以 root 身份登录。请用 “chown root:root” 和 “chmod 644”（或 600）把它交给 root。</translation>
    </message>
    <message>
        <source>permissions were not asked</source>
        <translation>未询问权限</translation>
    </message>
    <message>
        <source>%1 is the old name of %2; it still works, but a file with both names is easily misread, and the first one wins. Write %2.</source>
        <translation>%1 是 %2 的旧名；它仍然有效，但同时含有两个名称的文件容易误读，而且先出现的生效。请写成 %2。</translation>
    </message>
    <message>
        <source>sshd ignores this line. %1 is the keyword of today; write that instead.</source>
        <translation>sshd 忽略这一行。如今的关键字是 %1，请改写成它。</translation>
    </message>
    <message>
        <source>sshd ignores this line. Remove it, so that nobody relies on it.</source>
        <translation>sshd 忽略这一行。请删除，以免有人依赖它。</translation>
    </message>
    <message>
        <source>the configuration files could not be read</source>
        <translation>无法读取配置文件</translation>
    </message>
    <message>
        <source>%1 is an outdated keyword</source>
        <translation>%1 是过时的关键字</translation>
    </message>
    <message>
        <source>Accounts with an empty password may log in</source>
        <translation>空密码账户可以登录</translation>
    </message>
    <message>
        <source>Anybody who knows the name of such an account is in. Set “PermitEmptyPasswords no”.</source>
        <translation>只要知道这类账户的名称就能登录。请设置 “PermitEmptyPasswords no”。</translation>
    </message>
    <message>
        <source>Forwarded ports can be opened to the network</source>
        <translation>转发的端口可以对网络开放</translation>
    </message>
    <message>
        <source>A user who forwards a port (ssh -R) opens it for everybody who reaches this server, not for this server alone. Set “GatewayPorts no”.</source>
        <translation>用户转发端口（ssh -R）时，端口会对所有能访问这台服务器的人开放，而不只是对服务器自己。请设置 “GatewayPorts no”。</translation>
    </message>
    <message>
        <source>GSSAPI (Kerberos) login is on</source>
        <translation>已启用 GSSAPI（Kerberos）登录</translation>
    </message>
    <message>
        <source>Code that nobody uses is code that can only be attacked. Set “GSSAPIAuthentication no” unless this server belongs to a Kerberos realm.</source>
        <translation>没人使用的代码只会带来被攻击的机会。除非这台服务器属于某个 Kerberos 域，否则请设置 “GSSAPIAuthentication no”。</translation>
    </message>
    <message>
        <source>A whole computer is trusted instead of a person</source>
        <translation>信任的是整台计算机，而不是某个人</translation>
    </message>
    <message>
        <source>Whoever becomes root on a trusted computer can log in here as anybody. Set “HostbasedAuthentication no” and use keys.</source>
        <translation>谁在受信任的计算机上成为 root，谁就能以任何人的身份登录这里。请设置 “HostbasedAuthentication no”，并使用密钥。</translation>
    </message>
    <message>
        <source>There is no Ed25519 host key</source>
        <translation>没有 Ed25519 主机密钥</translation>
    </message>
    <message>
        <source>Ed25519 is the fastest and soundest kind of host key that all clients know. Make one with “ssh-keygen -A” and add it with “HostKey /etc/ssh/ssh_host_ed25519_key” if HostKey lines are set.</source>
        <translation>Ed25519 是所有客户端都支持的主机密钥中最快、最可靠的一种。请用 “ssh-keygen -A” 生成；如果配置中有 HostKey 行，再用 “HostKey /etc/ssh/ssh_host_ed25519_key” 加入。</translation>
    </message>
    <message>
        <source>Not only root may read the host key %1</source>
        <translation>除 root 外还有其他用户可读主机密钥 %1</translation>
    </message>
    <message>
        <source>Whoever has this file can pretend to be this server, and sshd itself refuses a key that others may read. Make new host keys if somebody could have copied it; then “chown root:root” and “chmod 600”.</source>
        <translation>谁有这个文件，谁就能冒充这台服务器；而且 sshd 会拒绝使用他人可读的密钥。如果可能已被复制，请生成新的主机密钥；然后执行 “chown root:root” 和 “chmod 600”。</translation>
    </message>
    <message>
        <source>The host key is short or outdated (%1)</source>
        <translation>主机密钥太短或已过时（%1）</translation>
    </message>
    <message>
        <source>Whoever computes the private key can pretend to be this server. Make a new one (“ssh-keygen -t rsa -b 4096 -f FILE -N &apos;&apos;”) or keep Ed25519 alone; tell people the new fingerprint beforehand.</source>
        <translation>谁算出私钥，谁就能冒充这台服务器。请生成新的密钥（“ssh-keygen -t rsa -b 4096 -f FILE -N &apos;&apos;”），或只保留 Ed25519；并提前告知用户新的指纹。</translation>
    </message>
    <message>
        <source>Files .rhosts and .shosts of users are honoured</source>
        <translation>采用用户的 .rhosts 和 .shosts 文件</translation>
    </message>
    <message>
        <source>Every user can declare other computers as trusted, past the administrator. Set “IgnoreRhosts yes”.</source>
        <translation>每个用户都可以绕过管理员，把其他计算机声明为受信任。请设置 “IgnoreRhosts yes”。</translation>
    </message>
    <message>
        <source>%1 is no keyword of sshd</source>
        <translation>%1 不是 sshd 的关键字</translation>
    </message>
    <message>
        <source>The line of %1 is not complete</source>
        <translation>%1 这一行不完整</translation>
    </message>
    <message>
        <source>%1 is not allowed in a Match block</source>
        <translation>%1 不允许出现在 Match 块中</translation>
    </message>
    <message>
        <source>“Match %1” is no condition</source>
        <translation>“Match %1” 不是有效的条件</translation>
    </message>
    <message>
        <source>%1 does not take this value</source>
        <translation>%1 不接受这个值</translation>
    </message>
    <message>
        <source>Include goes round in circles (%1)</source>
        <translation>Include 循环引用（%1）</translation>
    </message>
    <message>
        <source>The running sshd still has its old configuration; after a restart or a reboot it would not start, and nobody gets in any more. Mend the line and try “sshd -t” before you restart it.</source>
        <translation>正在运行的 sshd 仍使用旧配置；重启服务或重启系统后它将无法启动，谁也无法登录。请改正这一行，并在重启前用 “sshd -t” 检查。</translation>
    </message>
    <message>
        <source>sshd refuses its configuration</source>
        <translation>sshd 拒绝其配置</translation>
    </message>
    <message>
        <source>Kerberos passwords are accepted</source>
        <translation>接受 Kerberos 密码</translation>
    </message>
    <message>
        <source>Code that nobody uses is code that can only be attacked. Set “KerberosAuthentication no” unless this server belongs to a Kerberos realm.</source>
        <translation>没人使用的代码只会带来被攻击的机会。除非这台服务器属于某个 Kerberos 域，否则请设置 “KerberosAuthentication no”。</translation>
    </message>
    <message>
        <source>Keyboard-interactive login lets passwords in</source>
        <translation>键盘交互登录仍接受密码</translation>
    </message>
    <message>
        <source>With “UsePAM yes” keyboard-interactive login asks for the password of the account, even where “PasswordAuthentication no” stands. Set “KbdInteractiveAuthentication no” (its old name is ChallengeResponseAuthentication), or require a key as well with “AuthenticationMethods publickey,keyboard-interactive”.</source>
        <translation>设置了 “UsePAM yes” 时，即使写了 “PasswordAuthentication no”，键盘交互登录仍会询问账户的密码。请设置 “KbdInteractiveAuthentication no”（旧名 ChallengeResponseAuthentication），或用 “AuthenticationMethods publickey,keyboard-interactive” 要求同时提供密钥。</translation>
    </message>
    <message>
        <source>Users do not see when they last logged in</source>
        <translation>用户看不到自己的上次登录时间</translation>
    </message>
    <message>
        <source>The line “Last login” is the cheapest way to notice that somebody else used an account. Set “PrintLastLog yes”.</source>
        <translation>“Last login” 这一行是发现账户被他人使用的最简单办法。请设置 “PrintLastLog yes”。</translation>
    </message>
    <message>
        <source>sshd listens on all addresses</source>
        <translation>sshd 监听所有地址</translation>
    </message>
    <message>
        <source>On a server with an internal network or a VPN, “ListenAddress” with the inner address takes sshd off the Internet. With one public address there is nothing to do.</source>
        <translation>如果服务器有内网或 VPN，把 “ListenAddress” 设为内网地址就能让 sshd 不再暴露于互联网。只有一个公网地址时无需处理。</translation>
    </message>
    <message>
        <source>A connection may wait long without logging in</source>
        <translation>连接可以长时间不登录</translation>
    </message>
    <message>
        <source>Whoever opens connections and says nothing takes the places of people who want to log in. Set “LoginGraceTime 30”.</source>
        <translation>有人只建立连接而不说话，就会占用其他人登录的名额。请设置 “LoginGraceTime 30”。</translation>
    </message>
    <message>
        <source>The log level of sshd is unusual</source>
        <translation>sshd 的日志级别不寻常</translation>
    </message>
    <message>
        <source>Below INFO failed logins leave no trace, and fail2ban sees nothing; DEBUG writes private details of users into the log. Set “LogLevel VERBOSE” or “INFO”.</source>
        <translation>低于 INFO 时，失败的登录不留痕迹，fail2ban 什么也看不到；DEBUG 则会把用户的隐私细节写入日志。请设置 “LogLevel VERBOSE” 或 “INFO”。</translation>
    </message>
    <message>
        <source>This Match block never applies</source>
        <translation>这个 Match 块永远不会生效</translation>
    </message>
    <message>
        <source>A pattern with “!” only takes something away from what another pattern allowed. To mean “everybody but alice” write “Match User *,!alice”.</source>
        <translation>带 “!” 的模式只能从另一个模式允许的范围中排除。要表示“除 alice 以外的所有人”，请写 “Match User *,!alice”。</translation>
    </message>
    <message>
        <source>Many login attempts per connection</source>
        <translation>每个连接允许过多登录尝试</translation>
    </message>
    <message>
        <source>Each connection may try more than four times before it is closed. Set “MaxAuthTries 4”; people with many keys in their agent then need IdentitiesOnly.</source>
        <translation>每个连接可以尝试四次以上才被关闭。请设置 “MaxAuthTries 4”；代理中密钥较多的用户这时需要 IdentitiesOnly。</translation>
    </message>
    <message>
        <source>Many sessions per connection</source>
        <translation>每个连接允许过多会话</translation>
    </message>
    <message>
        <source>One connection may open more than ten sessions. Set “MaxSessions 10”.</source>
        <translation>一个连接可以打开十个以上的会话。请设置 “MaxSessions 10”。</translation>
    </message>
    <message>
        <source>Many connections may wait for a login at once</source>
        <translation>允许过多连接同时等待登录</translation>
    </message>
    <message>
        <source>Each waiting connection costs a process; attackers who open many of them make the server slow. Set “MaxStartups 10:30:60”.</source>
        <translation>每个等待中的连接都要占用一个进程；攻击者打开大量连接就能拖慢服务器。请设置 “MaxStartups 10:30:60”。</translation>
    </message>
    <message>
        <source>group exchange is not offered</source>
        <translation>未提供群交换</translation>
    </message>
    <message>
        <source>%1 bits</source>
        <translation>%1 位</translation>
    </message>
    <message>
        <source>Small groups for Diffie-Hellman exchange (%1)</source>
        <translation>Diffie-Hellman 交换使用的群太小（%1）</translation>
    </message>
    <message>
        <source>Clients that choose diffie-hellman-group-exchange-sha256 may get a group of this size; 3072 bits and more are advised. Remove the short lines (“awk &apos;$5 &gt;= 3071&apos;”) or the exchange itself: “KexAlgorithms -diffie-hellman-group-exchange-sha256”.</source>
        <translation>选择 diffie-hellman-group-exchange-sha256 的客户端可能得到这种大小的群；建议 3072 位及以上。请删除短的行（“awk &apos;$5 &gt;= 3071&apos;”），或停用这种交换：“KexAlgorithms -diffie-hellman-group-exchange-sha256”。</translation>
    </message>
    <message>
        <source>Passwords are accepted for SSH login</source>
        <translation>SSH 登录接受密码</translation>
    </message>
    <message>
        <source>Programs try passwords against every server on the Internet day and night; one weak or leaked password is enough. Log in with a key, check that it works, then set “PasswordAuthentication no” and “KbdInteractiveAuthentication no”.</source>
        <translation>自动程序日夜不停地对互联网上的每台服务器尝试密码，一个弱密码或泄露的密码就足够了。请先用密钥登录并确认可用，然后设置 “PasswordAuthentication no” 和 “KbdInteractiveAuthentication no”。</translation>
    </message>
    <message>
        <source>needs OpenSSH 8.5 or newer</source>
        <translation>需要 OpenSSH 8.5 或更新版本</translation>
    </message>
    <message>
        <source>One address may take all places of waiting logins</source>
        <translation>一个地址可以占满所有等待登录的名额</translation>
    </message>
    <message>
        <source>With “PerSourceMaxStartups 5” a single attacker cannot keep everybody else from logging in.</source>
        <translation>设置 “PerSourceMaxStartups 5” 后，单个攻击者无法再妨碍其他所有人登录。</translation>
    </message>
    <message>
        <source>needs OpenSSH 9.8 or newer</source>
        <translation>需要 OpenSSH 9.8 或更新版本</translation>
    </message>
    <message>
        <source>Addresses that misbehave are not slowed down</source>
        <translation>行为不端的地址不会被限制</translation>
    </message>
    <message>
        <source>sshd can refuse an address for a while after failed logins; here this is switched off. Remove the line “PerSourcePenalties no”, and name your own networks in PerSourcePenaltyExemptList.</source>
        <translation>sshd 可以在登录失败后的一段时间内拒绝某个地址，而这里关闭了此功能。请删除 “PerSourcePenalties no” 这一行，并在 PerSourcePenaltyExemptList 中写上自己的网络。</translation>
    </message>
    <message>
        <source>sshd listens on port 22</source>
        <translation>sshd 监听 22 端口</translation>
    </message>
    <message>
        <source>Another port keeps most scanners out of the log, and nobody else out. If you change it, open the new port in the firewall first and keep this session until the new one works.</source>
        <translation>换一个端口能让大多数扫描器不出现在日志里，但挡不住真正的攻击者。如果要更改，请先在防火墙中开放新端口，并保留当前会话，直到新端口可用。</translation>
    </message>
    <message>
        <source>No key exchange withstands future quantum computers</source>
        <translation>没有能抵御未来量子计算机的密钥交换</translation>
    </message>
    <message>
        <source>Whoever records connections today may be able to read them in some years. OpenSSH 9.0 and newer offer sntrup761x25519-sha512@openssh.com by default, 10.0 mlkem768x25519-sha256; offer them beside the others, so that older clients still get in.</source>
        <translation>今天录下连接的人，几年后也许就能读懂内容。OpenSSH 9.0 及更新版本默认提供 sntrup761x25519-sha512@openssh.com，10.0 默认提供 mlkem768x25519-sha256；请与其他算法一并提供，让旧客户端仍能登录。</translation>
    </message>
    <message>
        <source>Login with a key is switched off</source>
        <translation>密钥登录已关闭</translation>
    </message>
    <message>
        <source>Keys cannot be guessed and never reach the server; without them only passwords are left. Set “PubkeyAuthentication yes”.</source>
        <translation>密钥无法被猜中，也从不发送到服务器；没有密钥就只剩密码。请设置 “PubkeyAuthentication yes”。</translation>
    </message>
    <message>
        <source>the version does not tell whether the fix is in it</source>
        <translation>从版本号看不出是否已包含修复</translation>
    </message>
    <message>
        <source>Strangers may be able to run code as root (regreSSHion)</source>
        <translation>陌生人可能以 root 身份运行代码（regreSSHion）</translation>
    </message>
    <message>
        <source>This version of sshd has a race that lets strangers break in without any login. Install the security update of OpenSSH and restart sshd.</source>
        <translation>这个版本的 sshd 存在竞态条件，陌生人无需登录即可入侵。请安装 OpenSSH 的安全更新并重启 sshd。</translation>
    </message>
    <message>
        <source>needs OpenSSH 9.1 or newer</source>
        <translation>需要 OpenSSH 9.1 或更新版本</translation>
    </message>
    <message>
        <source>Short RSA keys are accepted</source>
        <translation>接受短 RSA 密钥</translation>
    </message>
    <message>
        <source>Keys of 1024 bits can be computed by those with the means. Set “RequiredRSASize 3072”, or 2048 if somebody still has such a key.</source>
        <translation>有足够资源的人可以算出 1024 位的密钥。请设置 “RequiredRSASize 3072”；如果还有人使用 2048 位密钥，则设为 2048。</translation>
    </message>
    <message>
        <source>Root may log in with a key</source>
        <translation>root 可以用密钥登录</translation>
    </message>
    <message>
        <source>No password of root is accepted, which keeps guessing out. With accounts of their own and sudo the log would also tell who did what; then set “PermitRootLogin no”.</source>
        <translation>不接受 root 的密码，因此无从猜测。若每个人使用自己的账户和 sudo，日志还能说明谁做了什么；之后可设置 “PermitRootLogin no”。</translation>
    </message>
    <message>
        <source>Root may log in over SSH</source>
        <translation>root 可以通过 SSH 登录</translation>
    </message>
    <message>
        <source>Every attacker knows the name root, and whoever guesses its password owns the server at once. Log in as an ordinary user with sudo and set “PermitRootLogin no”, or “prohibit-password” if root needs a key login.</source>
        <translation>每个攻击者都知道 root 这个名字，猜中其密码就立即掌控服务器。请用普通用户加 sudo 登录，并设置 “PermitRootLogin no”；如果 root 需要密钥登录，则设置 “prohibit-password”。</translation>
    </message>
    <message>
        <source>%1 has no effect here: another line decides</source>
        <translation>%1 在这里不起作用：由另一行决定</translation>
    </message>
    <message>
        <source>%1 says “%2”, and that is the line that counts. Whoever wrote this one believes that it holds: correct or remove one of the two.</source>
        <translation>%1 写着 “%2”，生效的是那一行。写下这一行的人以为它有效：请改正或删除其中之一。</translation>
    </message>
    <message>
        <source>%1 has no effect: ssh.socket decides where sshd listens</source>
        <translation>%1 不起作用：sshd 在哪里监听由 ssh.socket 决定</translation>
    </message>
    <message>
        <source>systemd opens the port and starts sshd for each connection, so this line changes nothing. Set ListenStream= with “systemctl edit ssh.socket”, or switch to “systemctl disable --now ssh.socket” and “systemctl enable --now ssh.service”.</source>
        <translation>systemd 打开端口，并为每个连接启动 sshd，因此这一行不会改变任何东西。请用 “systemctl edit ssh.socket” 设置 ListenStream=，或用 “systemctl disable --now ssh.socket” 和 “systemctl enable --now ssh.service” 改换启动方式。</translation>
    </message>
    <message>
        <source>sshd is not started by ssh.socket</source>
        <translation>sshd 不由 ssh.socket 启动</translation>
    </message>
    <message>
        <source>The files give another value: sshd may run with options of its own or with files that were not read.</source>
        <translation>文件给出的是另一个值：sshd 可能带有自己的启动选项，或使用了未读取到的文件。</translation>
    </message>
    <message>
        <source>No line sets %1: the default of %2 holds.</source>
        <translation>没有任何一行设置 %1：采用 %2 的默认值。</translation>
    </message>
    <message>
        <source>Worked out from the files, because sshd -T could not be asked.</source>
        <translation>根据文件推算得出，因为无法询问 sshd -T。</translation>
    </message>
    <message>
        <source>%1 (in “Match %2”)</source>
        <translation>%1（在 “Match %2” 中）</translation>
    </message>
    <message>
        <source>sshd does not check who may write a user’s keys</source>
        <translation>sshd 不检查谁可以写用户的密钥</translation>
    </message>
    <message>
        <source>If somebody else can write a home directory or its authorized_keys, they can add a key and log in as that user. Set “StrictModes yes” and mend the permissions that it then complains about.</source>
        <translation>如果他人可以写某个用户的主目录或 authorized_keys，就能添加密钥并以该用户登录。请设置 “StrictModes yes”，并修正它随后报告的权限问题。</translation>
    </message>
    <message>
        <source>sshd writes to an unusual log</source>
        <translation>sshd 写入不寻常的日志</translation>
    </message>
    <message>
        <source>Watchers such as fail2ban look for logins under AUTH or AUTHPRIV. Set “SyslogFacility AUTH”.</source>
        <translation>fail2ban 等监视程序在 AUTH 或 AUTHPRIV 中查找登录记录。请设置 “SyslogFacility AUTH”。</translation>
    </message>
    <message>
        <source>Users may forward ports through this server</source>
        <translation>用户可以通过这台服务器转发端口</translation>
    </message>
    <message>
        <source>A user, or whoever stole a key, can reach everything that this server reaches, past its firewall. Set “AllowTcpForwarding no” where nobody needs it; VS Code Remote, tunnels to Jupyter and ProxyJump do need it, “AllowTcpForwarding local” is enough for them.</source>
        <translation>用户，或窃得密钥的人，可以绕过防火墙访问这台服务器能访问的一切。没人需要时，请设置 “AllowTcpForwarding no”；VS Code Remote、通往 Jupyter 的隧道和 ProxyJump 需要它，对它们来说 “AllowTcpForwarding local” 就够了。</translation>
    </message>
    <message>
        <source>Connections can be weakened from outside (Terrapin)</source>
        <translation>连接可被外部削弱（Terrapin）</translation>
    </message>
    <message>
        <source>Somebody in between can drop the first messages of a connection unseen, and with them some of its protections. Install the security update of OpenSSH; until then “Ciphers -chacha20-poly1305@openssh.com,*-cbc” avoids it.</source>
        <translation>中间人可以悄悄丢弃连接最初的几条消息，连同其中的部分保护一起去掉。请安装 OpenSSH 的安全更新；在此之前可用 “Ciphers -chacha20-poly1305@openssh.com,*-cbc” 规避。</translation>
    </message>
    <message>
        <source>Users may build network tunnels (tun devices)</source>
        <translation>用户可以建立网络隧道（tun 设备）</translation>
    </message>
    <message>
        <source>A tunnel joins the client’s network with the server’s, past the firewall. Set “PermitTunnel no” unless a VPN over SSH is in use.</source>
        <translation>隧道会绕过防火墙，把客户端的网络与服务器的网络连在一起。除非正在使用基于 SSH 的 VPN，否则请设置 “PermitTunnel no”。</translation>
    </message>
    <message>
        <source>A key of %1 was never used, as far as the log goes back</source>
        <translation>在现有日志的范围内，%1 的一个密钥从未使用过</translation>
    </message>
    <message>
        <source>Keys of people who left are forgotten doors. Ask whose it is, and remove the line if nobody needs it.</source>
        <translation>已离开的人留下的密钥，是被遗忘的门。请弄清它属于谁，没人需要就删除那一行。</translation>
    </message>
    <message>
        <source>sshd looks up the name of every client</source>
        <translation>sshd 会反查每个客户端的名称</translation>
    </message>
    <message>
        <source>Logins wait when the resolver does not answer, and names in rules can be forged by whoever owns the reverse zone. Set “UseDNS no”.</source>
        <translation>解析服务器不应答时，登录会等待；规则中的名称也可能被反向解析区域的所有者伪造。请设置 “UseDNS no”。</translation>
    </message>
    <message>
        <source>Logins do not go through PAM</source>
        <translation>登录不经过 PAM</translation>
    </message>
    <message>
        <source>Account expiry, limits, session logging and locked accounts are PAM’s work; without it they do not hold for SSH. Set “UsePAM yes” together with “KbdInteractiveAuthentication no”.</source>
        <translation>账户到期、资源限制、会话记录和账户锁定都由 PAM 负责；没有它，这些对 SSH 都不起作用。请同时设置 “UsePAM yes” 和 “KbdInteractiveAuthentication no”。</translation>
    </message>
    <message>
        <source>Users may set the environment of their login</source>
        <translation>用户可以设置登录环境变量</translation>
    </message>
    <message>
        <source>With LD_PRELOAD in ~/.ssh/environment a user steps over restrictions such as ForceCommand. Set “PermitUserEnvironment no”.</source>
        <translation>用户在 ~/.ssh/environment 中写入 LD_PRELOAD，就能绕过 ForceCommand 等限制。请设置 “PermitUserEnvironment no”。</translation>
    </message>
    <message>
        <source>host-based login is off</source>
        <translation>基于主机的登录已关闭</translation>
    </message>
    <message>
        <source>Users decide which computers are trusted</source>
        <translation>由用户决定信任哪些计算机</translation>
    </message>
    <message>
        <source>Host-based login takes the keys of trusted computers from the users’ own known_hosts files. Set “IgnoreUserKnownHosts yes”, or better switch host-based login off.</source>
        <translation>基于主机的登录会采用用户自己的 known_hosts 文件中受信任计算机的密钥。请设置 “IgnoreUserKnownHosts yes”，最好关闭基于主机的登录。</translation>
    </message>
    <message>
        <source>%1 logs in with a short or outdated key (%2)</source>
        <translation>%1 用太短或过时的密钥登录（%2）</translation>
    </message>
    <message>
        <source>Whoever computes the private key logs in as this user. Let its owner make a new one (“ssh-keygen -t ed25519”), add it, try it, and remove this line.</source>
        <translation>谁算出私钥，谁就能以该用户登录。请让密钥的主人生成新密钥（“ssh-keygen -t ed25519”），添加并试用，然后删除这一行。</translation>
    </message>
    <message>
        <source>no certificate authority is trusted</source>
        <translation>没有信任任何证书颁发机构</translation>
    </message>
    <message>
        <source>Outdated signatures of certificate authorities are accepted</source>
        <translation>接受证书颁发机构使用过时算法的签名</translation>
    </message>
    <message>
        <source>With a forged signature somebody can make a certificate that logs in.</source>
        <translation>有人可以凭伪造的签名制作能登录的证书。</translation>
    </message>
    <message>
        <source>Outdated ciphers are offered</source>
        <translation>提供过时的加密算法</translation>
    </message>
    <message>
        <source>Whoever records such a connection can learn parts of what it carried.</source>
        <translation>录下这种连接的人，可以得知部分传输内容。</translation>
    </message>
    <message>
        <source>The server offers outdated signatures for its host key</source>
        <translation>服务器为主机密钥提供过时的签名算法</translation>
    </message>
    <message>
        <source>With a forged signature somebody can pretend to be this server.</source>
        <translation>有人可以凭伪造的签名冒充这台服务器。</translation>
    </message>
    <message>
        <source>Outdated key exchanges are offered</source>
        <translation>提供过时的密钥交换算法</translation>
    </message>
    <message>
        <source>An attacker in between tries to make both sides agree on the weakest method that both know.</source>
        <translation>中间的攻击者会设法让双方采用彼此都支持的最弱方法。</translation>
    </message>
    <message>
        <source>Outdated message authentication is offered</source>
        <translation>提供过时的消息认证算法</translation>
    </message>
    <message>
        <source>The code that protects each packet against changes should be strong and made after encryption (“-etm”); AES-GCM and ChaCha20 bring their own.</source>
        <translation>防止数据包被篡改的认证码应当足够强，并在加密之后计算（“-etm”）；AES-GCM 和 ChaCha20 自带认证。</translation>
    </message>
    <message>
        <source>Outdated signatures are accepted from users</source>
        <translation>接受用户使用过时算法的签名</translation>
    </message>
    <message>
        <source>With a forged signature somebody can log in as the owner of a key. Programs of the last ten years sign with SHA-2, RSA keys included.</source>
        <translation>有人可以凭伪造的签名以密钥主人的身份登录。近十年的程序都用 SHA-2 签名，RSA 密钥也不例外。</translation>
    </message>
    <message>
        <source>X11 forwarding is on</source>
        <translation>已启用 X11 转发</translation>
    </message>
    <message>
        <source>Programs on the server can watch the keyboard and screen of a user who connects with ssh -X or -Y. Servers rarely need it: set “X11Forwarding no”.</source>
        <translation>服务器上的程序可以监视用 ssh -X 或 -Y 连接的用户的键盘和屏幕。服务器很少需要它，请设置 “X11Forwarding no”。</translation>
    </message>
    <message>
        <source>X11 is not forwarded</source>
        <translation>未转发 X11</translation>
    </message>
    <message>
        <source>Forwarded displays can be reached from the network</source>
        <translation>可以从网络访问转发的显示</translation>
    </message>
    <message>
        <source>The display of everybody who connects with ssh -X listens on all addresses of the server. Set “X11UseLocalhost yes”.</source>
        <translation>用 ssh -X 连接的每个用户，其显示都会在服务器的所有地址上监听。请设置 “X11UseLocalhost yes”。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>Not only %1 may write %2</source>
        <translation>不只是 %1 可以写入 %2</translation>
    </message>
    <message>
        <source>sshd takes no key of %1 from there as long as others may write it (StrictModes), so that only passwords are left. Mend it with “chown %1” and “chmod go-w” on that path.</source>
        <translation>只要其他人也能写入，sshd 就不会采用 %1 在那里的任何密钥（StrictModes），于是只剩密码可用。请对该路径执行“chown %1”和“chmod go-w”。</translation>
    </message>
    <message>
        <source>Whoever may write there adds a key and logs in as %1, since StrictModes is off. Mend it with “chown %1” and “chmod go-w” on that path, and set “StrictModes yes”.</source>
        <translation>由于 StrictModes 已关闭，任何能写入那里的人都可以添加密钥并以 %1 登录。请对该路径执行“chown %1”和“chmod go-w”，并设置“StrictModes yes”。</translation>
    </message>
    <message>
        <source>Anybody may log in without a password, as %1</source>
        <translation>任何人都可以不用密码以 %1 登录</translation>
    </message>
    <message>
        <source>Nothing but the name is asked for. Lock the account with “passwd -l NAME” and set “PermitEmptyPasswords no”.</source>
        <translation>登录只需要用户名。请用“passwd -l 用户名”锁定该账户，并设置“PermitEmptyPasswords no”。</translation>
    </message>
    <message>
        <source>sshd does not run</source>
        <translation>sshd 没有运行</translation>
    </message>
</context>
<context>
    <name>survey</name>
    <message>
        <source>Read the answer of the survey</source>
        <translation>读取采集的应答</translation>
    </message>
    <message>
        <source>Ask the server again; if it stays, look at what its login shell prints</source>
        <translation>请重新采集；如果仍然如此，请查看服务器的登录 shell 输出了什么</translation>
    </message>
    <message>
        <source>It does not start as a survey does</source>
        <translation>开头不符合采集应答的格式</translation>
    </message>
    <message>
        <source>There is text between two sections</source>
        <translation>两节之间有多余的文本</translation>
    </message>
    <message>
        <source>There is text after its end</source>
        <translation>结尾之后有多余的文本</translation>
    </message>
    <message>
        <source>A section does not start as it should</source>
        <translation>某一节的开头不符合格式</translation>
    </message>
    <message>
        <source>The section &quot;%1&quot; is not finished</source>
        <translation>“%1” 一节没有结束</translation>
    </message>
    <message>
        <source>The section &quot;%1&quot; is longer than it may be</source>
        <translation>“%1” 一节超过了允许的长度</translation>
    </message>
    <message>
        <source>The section &quot;%1&quot; ends without a result</source>
        <translation>“%1” 一节没有给出结果就结束了</translation>
    </message>
    <message>
        <source>It ends too early</source>
        <translation>过早结束</translation>
    </message>
    <message>
        <source>Review the folder %1</source>
        <translation>审查文件夹 %1</translation>
    </message>
    <message>
        <source>There is no such folder</source>
        <translation>没有这个文件夹</translation>
    </message>
    <message>
        <source>It is the root of this computer</source>
        <translation>它是这台电脑的根目录</translation>
    </message>
    <message>
        <source>Name a folder that holds etc/ssh, etc/nginx and so on</source>
        <translation>请指定一个包含 etc/ssh、etc/nginx 等的文件夹</translation>
    </message>
    <message>
        <source>Review &quot;local&quot; instead</source>
        <translation>请改为审查“local”</translation>
    </message>
</context>
<context>
    <name>topics</name>
    <message>
        <source>SSH</source>
        <translation>SSH</translation>
    </message>
    <message>
        <source>nginx</source>
        <translation>nginx</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>暴露面</translation>
    </message>
    <message>
        <source>Firewall</source>
        <translation>防火墙</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>证书</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>fail2ban</source>
        <translation>fail2ban</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>软件包</translation>
    </message>
    <message>
        <source>Containers</source>
        <translation>容器</translation>
    </message>
    <message>
        <source>AI services</source>
        <translation>AI 服务</translation>
    </message>
</context>
</TS>
