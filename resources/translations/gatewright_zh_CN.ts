<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Agent</name>
    <message>
        <source>Ask the SSH agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the agent runs and is unlocked: ssh-add -l</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The path of its socket is too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its answer makes no sense</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not list its keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AskpassServer</name>
    <message>
        <source>Prepare to answer what ssh asks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program gatewright-askpass was not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install Gatewright again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The path %1 is too long for a socket</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Certificate</name>
    <message>
        <source>%1 bits, own curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its content is not an X.509 certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its dates of validity cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its alternative names cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read certificate %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the file there again from its source, or have the certificate issued again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is longer than 4 MiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that it is a certificate file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are more than %1 certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate %1 is longer than 256 KiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its END line is missing: the file was cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its text is not base64</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no certificate in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A certificate begins with the line “-----BEGIN CERTIFICATE-----”</source>
        <translation type="unfinished"></translation>
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
</context>
<context>
    <name>Exchange</name>
    <message>
        <source>Run a command on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command printed more than %1 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of it was used. Look at what it prints in a terminal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password was not accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was asked for again after it had been sent once; it is not sent a second time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command did not finish within %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server may be busy; try again later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a byte came for %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the network and whether the server still answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>%1 could not be started: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that it is installed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportReport</name>
    <message>
        <source>Write the report to %1</source>
        <translation>将报告写入 %1</translation>
    </message>
    <message>
        <source>Choose another folder or free some space</source>
        <translation>请换一个文件夹，或释放一些磁盘空间</translation>
    </message>
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
        <translation>监听套接字 %1</translation>
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
    <name>HostKeyCheck</name>
    <message>
        <source>The server shows another host key than the known one. Known: %1 %2 (%3). Shown now: %4 %5. Either its keys were made anew, or somebody stands in between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare on the server&apos;s own console: ssh-keygen -lf %1. Only if it prints %2, remove the old key: ssh-keygen -f %3 -R %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a host certificate proves this server (@cert-authority in %1); libssh cannot check one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect by OpenSSH: choose it as the way to connect for this server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host key of the server is revoked: %1 %2 (%3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not connect: somebody else may hold this key. Ask whoever runs the server for its new key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host key of %1 is not known yet: %2 %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare it with what the server&apos;s own console prints: ssh-keygen -lf %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a certificate authority vouches for the host key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RevokedHostKeys is a binary list</source>
        <translation type="unfinished"></translation>
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
    <name>KnownHosts</name>
    <message>
        <source>Read %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A revoked key may stand in it: make it readable, or take it out of the configuration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is larger than %1 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the host key against %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file of RevokedHostKeys does not exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore it, or take RevokedHostKeys out of the configuration of ssh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is a binary key revocation list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect by OpenSSH: it reads such lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the host key to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the file&apos;s owner and permissions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program keeps it locked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LibsshTransport</name>
    <message>
        <source>%1 by libssh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A command line cannot hold a NUL character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than %1 bytes arrived at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of it was used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not let this account run commands: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check ForceCommand, the login shell and MaxSessions on the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command ended without an exit status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it printed may be incomplete and is not used. Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The way to the server is empty</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OpenSshTransport</name>
    <message>
        <source>The answer for %1 was not accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is tried a second time by itself. Answer again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host key of %1 is not known yet: %2 %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key file %1 is locked with a passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 asks for a password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 asks for something only you know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the settings for ssh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to %1 by OpenSSH</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>The server shows another host key than the known one. Known from: %1. Shown now: %2. Either its keys were made anew, or somebody stands in between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare on the server&apos;s own console: ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub. Only if it prints the same, remove the old line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host key of the server is revoked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not connect: somebody else may hold this key. Ask whoever runs the server for its new key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refused to let us in: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the user name, and that the server knows your key; nothing is tried a second time by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set IdentitiesOnly and IdentityFile for this server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host key could not be verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the known hosts of this server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No common algorithms: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s SSH is too old or too strict; bring it up to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the name and the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address, the port and whether sshd runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address, the port, jump hosts and whether sshd runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ssh ended without a word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the same with ssh in a terminal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a private folder for ssh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 by OpenSSH</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run a command on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection broke</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RemoteFile</name>
    <message>
        <source>Read %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not a regular file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This user may not read it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read it as root</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is larger than %1 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It changed while it was read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>The answer cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Route</name>
    <message>
        <source>Find the way to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check ProxyJump in your SSH configuration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are more than %1 jump hosts, or they form a loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is reached through itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen for this server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask ssh how to reach %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend your SSH configuration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>这台电脑</translation>
    </message>
</context>
<context>
    <name>Script</name>
    <message>
        <source>Nothing of the answer was used. Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has no sha256sum, openssl or shasum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install coreutils there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>/proc is not usable on the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mount /proc there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The script arrived damaged and was not started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was done on the server. Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer does not begin as it should</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer ends before its end mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The end mark of the answer is incomplete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bytes came where the server sent %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer does not match the SHA-256 the server states</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run a script on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The script contains a NUL byte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not make us root</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not make us root: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the password and the rights of this user; it was not sent a second time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The login shell did not run the command; it said: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the login shell of this user and what its start files print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The script printed more than %1 bytes</source>
        <translation type="unfinished"></translation>
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
    <name>SshAuthentication</name>
    <message>
        <source>The server did not answer the login in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>%1 is a security key that is not in the agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be read as a private key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>密钥密码短语</translation>
    </message>
    <message>
        <source>The key file %1 is locked with a passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This passphrase does not open the key file %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server asks for too many things at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 asks for something only you know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>%1 asks for a password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password for %1 was not accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answers for %1 were not accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again with the right one; nothing is tried a second time by itself, so that no account gets locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only OpenSSH can use the key that is set for this server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the key to the agent (ssh-add), or connect by OpenSSH</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there was nothing to offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not let %1 in. Offered: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server accepted %3 for %1 but wants more. Offered then: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server accepts no way of logging in that can be used here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server accepts: %1. Add your key to the agent, or choose a key file for this server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. Note: %2</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the network and whether that server is still up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ignores how much it may send and was cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not how an SSH server behaves. Look at what really answers there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The jump host %1 sends more than can be taken and was cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to %1 broke: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the network and whether the server is up</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SshOpener</name>
    <message>
        <source>The server offers nothing safe enough for: %1. It offers: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update the SSH server. Until then OpenSSH may connect, with the old algorithms allowed in ~/.ssh/config</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to the jump host %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to %1 through the jump host %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server showed no host key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The jump host %1 did not let us through: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the server is reachable from the jump host, and that the jump host allows forwarding (AllowTcpForwarding)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not finish the key exchange in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server took too long to say that it speaks SSH</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server accepted the connection and then said nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that an SSH server listens on this port, and that it is not overloaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It sends text without end instead of an SSH banner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the port: this is no SSH server, or one that keeps visitors busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server could not prove that its host key is its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RSA host keys of fewer than 2048 bits are refused, too: make a new one on the server with ssh-keygen -A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server closed the connection before its SSH banner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may be overloaded, or refuse this address (fail2ban, MaxStartups, a firewall)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key exchange failed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that this port belongs to an SSH server</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SshSession</name>
    <message>
        <source>Too many connections are open at once</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Store</name>
    <message>
        <source>Use the program&apos;s database %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be created: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the folder may be written and the disk is not full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was written by a newer version of the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update the program. The file was not changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is damaged (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file was not changed. Put a backup in its place, or move it away to begin with an empty one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another process has been writing to it for too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again, or close other windows of the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the permissions of the file and of its folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the disk works and is not full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the survey number %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not kept any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>survey %1 is not as it was stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>这台电脑</translation>
    </message>
    <message>
        <source>Save the server %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another server has this name already</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Target</name>
    <message>
        <source>Read the address %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write host, user@host, user@host:port or an alias of your SSH configuration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The user name has characters that are not allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The brackets do not match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no IPv6 address in the brackets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host has characters that are not allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The port must be a number from 1 to 65535</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TransportChoice</name>
    <message>
        <source>ProxyCommand is set for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A smart card (PKCS11Provider) is set for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a Kerberos ticket and GSSAPI is on for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key for %1 is on a security key and no agent holds it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here needs more than libssh</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>algorithms</name>
    <message>
        <source>a recording made today can be opened once quantum computers can</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NIST curve: hard to implement safely, and its constants are unexplained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2048-bit group: below what is advised for the coming years</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-1 is broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1024-bit group (Logjam): can be computed in advance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>withdrawn experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1024-bit RSA key exchange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signs with SHA-1, which is broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DSA with 1024 bits and SHA-1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CBC mode: plaintext can be recovered in SSH (CVE-2008-5161)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>64-bit blocks (Sweet32)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RC4 is broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is protected against changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the MAC is made before encryption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-1: not broken in this use, but to be retired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a tag of 64 bits is short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MD5 is broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>truncated to 96 bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RIPEMD-160 is out of use</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ctl</name>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>The key of %1 is %2 %3. If it is the right one, use --accept-host-key %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2) is not known yet. Its key is %3
%4
Accept it? (yes, no, or the fingerprint) </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host key was not accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password of %1: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase of %1: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password for %1 on %2: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 asks: %2 </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a key or an agent, or run this in a terminal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a transport</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use automatic, libssh or openssh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for the password of sudo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard input is no terminal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave --ask-root-password away, or allow sudo without a password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password for sudo on %1: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text (default) or json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>diff needs one TARGET, and --format text or json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>diff needs the surveys that were kept on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There was no earlier survey; this one is kept to compare with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes since %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surveys a server and says what changed since the last time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list takes no arguments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists the saved servers: name, target and group, by tabs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage: gatewrightctl VERB [options]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TARGET is a saved server&apos;s name, user@host[:port], an alias of ssh_config, or local.
gatewrightctl VERB --help explains the options of a verb.
Exit codes: 0 fine, 1 findings at or above the bar, 2 could not do it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explains the options.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A verb is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown verb “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text (default), json, sarif or html.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit with 1 from this severity on: info, low, medium (default), high, critical.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review a folder laid out like a server&apos;s root; no TARGET then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <translation>审查</translation>
    </message>
    <message>
        <source>See gatewrightctl review --help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--root and a TARGET exclude each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One TARGET is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no severity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Says what is wrong with a server, and why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing will be kept: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>这台电脑</translation>
    </message>
    <message>
        <source>Log in with this private key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read this file instead of ~/.ssh/config.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>automatic (default), libssh or openssh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept an unknown host key with this fingerprint (SHA256:…).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for the password of sudo, to see what needs root.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither read nor keep anything on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surveying %1: %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The survey was not kept: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not everything could be seen without root. Use --ask-root-password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not everything could be seen without root.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>json (the only one).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>survey prints --format json only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>survey needs one TARGET.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks a server everything and prints the facts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The result could not be written to standard output.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>exposure</name>
    <message>
        <source>bound to this machine only</source>
        <translation>仅绑定在本机</translation>
    </message>
</context>
<context>
    <name>firewall</name>
    <message>
        <source>ufw is inactive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>firewalld does not run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no firewall is installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a sentence</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the container engine publishes it past ufw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the container engine publishes it past firewalld</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the container engine publishes it past the rules for incoming packets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it depends on the firewalld rule “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a rich rule of firewalld denies %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a rich rule of firewalld allows %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>firewalld opens %1 in the zone %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>firewalld opens the service %1 in the zone %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the firewalld zone %1 accepts everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>which ports the firewalld service %1 opens is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>firewalld does not open %1 in the zone %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no active zone of firewalld was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 drops what no rule accepts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 drops %2: “%3”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no rule of a firewall stops it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 accepts %2: “%3”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it depends on the rule “%1” of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the rules of the firewall could not be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it depends on the ufw rule “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ufw allows %1 from anywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ufw denies %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ufw has no rule that allows %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ufw allows everything that no rule denies</source>
        <translation type="unfinished"></translation>
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
</context>
<context>
    <name>gw::AddServerPage</name>
    <message>
        <source>&quot;%1&quot; is no address: it holds a space or begins with a dash.</source>
        <translation>“%1”不是有效地址：其中有空格，或以短横线开头。</translation>
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
        <source>Either the server was set up anew, or somebody answers in its place. Nothing was sent to it. Ask whoever runs the server, or compare on its console: ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub
Only when the new key is certain, remove the old one from your known hosts file (ssh-keygen -R with the server&apos;s name) and try again.</source>
        <translation>服务器可能重新安装过，也可能有人在冒充它应答。尚未向它发送任何内容。请询问服务器的管理者，或在其控制台上比对：ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub
只有确认新密钥无误后，才从 known hosts 文件中删除旧密钥（ssh-keygen -R 加服务器名称），然后重试。</translation>
    </message>
    <message>
        <source>Your known hosts file marks this key as @revoked: it must not be trusted any more. Nothing was sent to the server.</source>
        <translation>known hosts 文件已将此密钥标记为 @revoked，不可再信任。尚未向服务器发送任何内容。</translation>
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
        <translation>%3 上的 %1 :%2</translation>
    </message>
    <message>
        <source>Nothing answers the world without a gate</source>
        <translation>没有服务绕过防护直接对外</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1，另有 %2 个</translation>
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
        <translation>由服务器自动续期</translation>
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
        <translation>用地址或 ssh_config 中的别名添加服务器。不会在服务器上安装或更改任何东西。</translation>
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
        <translation>监听套接字</translation>
    </message>
    <message>
        <source>%1 open to the world</source>
        <translation>%1 个对外开放</translation>
    </message>
    <message>
        <source>Nothing listens.</source>
        <translation>没有监听的端口。</translation>
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
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>Nothing changed since the survey before.</source>
        <translation>与上次采集相比没有变化。</translation>
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
        <translation>另有 %1 个</translation>
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
</context>
<context>
    <name>gw::Session</name>
    <message>
        <source>The server did not accept it</source>
        <translation>服务器未接受</translation>
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
        <translation>%1，以 root 身份</translation>
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
</context>
<context>
    <name>review</name>
    <message>
        <source>%1 This was accepted until %2 (%3); the acceptance has ended.</source>
        <comment>%1 is the explanation of the finding, %3 the reason that was given</comment>
        <translation>%1 此风险曾被接受，有效期至 %2（%3）；现已到期。</translation>
    </message>
</context>
<context>
    <name>rules</name>
    <message>
        <source>Jupyter lets everybody in without a password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jupyter lets everybody in without a password, as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A notebook server is a shell in the browser: whoever reaches its port runs any command as its user. Its token was set to nothing and no password is set. Remove that line, or set a hashed password with jupyter server password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no Jupyter runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jupyter asks for a password or a token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate %1 has expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browsers and programs refuse it. Renew it now, and see that the next renewal runs by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate %1 expires soon, on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A renewal is scheduled, but it should have happened by now: it seems to fail. Try certbot renew --dry-run and read its log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No renewal that runs was found for it. Renew it, and let a timer do it from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No certificate has expired or is about to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing renews the certificate %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certbot made this certificate, but neither its timer nor a line of cron runs certbot renew. On its last day every browser and client refuses the site. Switch the timer on: systemctl enable --now certbot.timer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certbot manages no certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a folder has no running timers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates of Certbot are renewed by a timer or cron</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The web server is reloaded after every attempt to renew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A post-hook runs after each attempt, failed ones too, and when one of several certificates was due. A deploy-hook runs only when a new certificate is there, once for each: write --deploy-hook instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The web server is reloaded when a certificate was really renewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No firewall filters incoming connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every port that a program opens, on purpose or not, is open to the world at once: %1. Allow ssh first, then 80 and 443, then deny the rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The firewall does not filter IPv6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is closed over IPv4 is open over IPv6: %1. The same rules must hold for both (IPV6=yes in /etc/default/ufw, or a table of family inet).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A firewall closes what is not opened on purpose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever finds this port can use it, read what others do with it and often run code on the server. Nothing stands in the way: %1. Bind it to 127.0.0.1 and publish it through nginx with TLS and a login.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ports of data stores and of container engines are tried all over the Internet within hours. Nothing stands in the way: %1. Bind it to 127.0.0.1, or let the firewall open it for the machines that need it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing stands between the Internet and this program: %1. Bind it to 127.0.0.1 and put nginx in front, or close the port in the firewall.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answers the whole world on port %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answers the whole world on port %2, as %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 may be open to the world on port %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the firewall stops it could not be decided: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No service listens to the world with nothing in front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something</source>
        <comment>subject of “… answers the world on port …”: an unknown program</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A comment accepts %1, which is no rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rule has this name, so the comment accepts nothing. The name stands beside each finding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comments that accept findings name rules that exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A comment accepts %1 without a reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A comment that accepts a finding counts only with a reason behind the name of the rule, so that the next reader knows why. Until then the finding stays open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comments that accept findings give a reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whether fail2ban runs is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fail2ban is switched on but does not run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is banned, however often a password is guessed. A jail reads a log file that is not there: Debian 12 writes no /var/log/auth.log any more, logins go to the journal. Set backend = systemd in the jail and start fail2ban again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is banned, however often a password is guessed, while everybody believes otherwise. Its log says why it stopped; mend that and start it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fail2ban runs where it is switched on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sshd takes no passwords</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sshd does not listen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing stops the guessing of passwords</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sshd takes passwords, and nobody who guesses them is shut out. Take keys only; until then, install fail2ban with backend = systemd for the jail sshd.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who guesses passwords is shut out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>systemd tried to run this service and gave up. Either it is needed, and then its log says what to mend, or it is not, and then it should be switched off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No service of systemd has failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 listens on all addresses, port %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Services that serve models and notebooks are made for a trusted network. Bound to 127.0.0.1, with nginx in front for TLS and a login, they stay closed even on the day when a firewall rule is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Services that serve models listen on this machine only, behind nginx</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A process</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 runs as root in its container</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 runs as root</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A service that takes requests, loads models and imports hundreds of libraries needs no rights over the server. Give it a user of its own (User= in its unit, user= in supervisor), which may read its models and write its own folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Services that take requests do not run as root</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supervisor runs %1 as root</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program has no user of its own, so supervisord starts it as root: a hole in it, or in one of its libraries, gives away the whole server. Make a user for it and write user=NAME into its section.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Programs of supervisor run as a user of their own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key agents are not forwarded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who may log in over SSH is written down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each user’s keys are in that user’s home directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A notice is shown before login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dead connections are closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data is not compressed before login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only root may write the configuration of sshd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No outdated keywords are used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounts without a password cannot log in over SSH</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forwarded ports listen on this computer only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GSSAPI login is off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Login because of the client’s computer is off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is an Ed25519 host key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only root reads the private host keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host keys are strong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files .rhosts and .shosts are ignored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sshd accepts its configuration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kerberos passwords are off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard-interactive login does not let passwords in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last login is shown at login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sshd listens on chosen addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A connection that does not log in is closed soon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logins are written to the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every Match block can apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Few login attempts per connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Few sessions per connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Few connections may wait for a login at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The groups for Diffie-Hellman exchange are large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passwords are not accepted for SSH login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One address cannot take all places of waiting logins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addresses that misbehave have to wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sshd does not listen on port 22</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recordings of today cannot be opened by future quantum computers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Login with a key is possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strangers cannot run code through sshd (regreSSHion)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short RSA keys are refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Root does not log in over SSH</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every line of the configuration has the effect it states</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port and ListenAddress have the effect they state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sshd checks the permissions of authorized_keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logins go to the log of authentication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ports cannot be forwarded through this server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections cannot be cut by prefix (Terrapin)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users cannot build network tunnels through SSH</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every key that may log in is in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names of clients are not looked up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logins go through PAM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users cannot set the environment of their login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users do not decide which computers are trusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keys of users are strong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only sound signatures of authorities are accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only sound ciphers are offered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server proves itself with sound signatures only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only sound key exchanges are offered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only sound message authentication is offered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only sound signatures are accepted from users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X11 is not forwarded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forwarded displays listen on this computer only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates, one-time codes and logs rest on the time. Let systemd-timesyncd or chrony keep it: timedatectl set-ntp true.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock is off by %1 seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock is not synchronised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock is right and kept so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lists of packages are old: fetched on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether security updates are missing cannot be told from lists this old: the server has not asked since. Fetch them (apt update) and let the system do it daily.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lists of packages are fresh enough to know about security updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a folder is no running server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updates wait for a restart of the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer kernel or library is installed, but the old one, with its holes, still runs. Restart the server at a quiet hour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was updated is also what runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Security updates wait to be installed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The holes they close are public. Install them, and let the system do it by itself from now on (unattended-upgrades, dnf-automatic).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The holes they close are public, and these packages face the network or guard root: %1. Install them, and let the system do it by itself from now on (unattended-upgrades, dnf-automatic).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No security update waits to be installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no password: none is needed to log in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An empty field in /etc/shadow is not a locked account: whoever types the name is in, at the console, with su, and over SSH where PermitEmptyPasswords is on. Lock it: passwd -l NAME.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No account with a shell has an empty password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is root under another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules about root, such as PermitRootLogin, do not hold for this name, yet its number is 0 and it may do everything. Intruders leave such accounts behind: find out who made it, and remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only root has the number 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody may become root without a password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 may become root without a password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever takes over such an account, by a stolen key or a hole in a program that it runs, is root at once. Name the commands that it needs without a password, or let sudo ask.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Becoming root needs a password</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sshd</name>
    <message>
        <source>Users may forward their key agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While such a user is connected, root on this server can log in elsewhere with the user’s keys. Set “AllowAgentForwarding no” unless people hop on from here; ProxyJump does that without an agent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>%1: names of algorithms, %2: what is wrong with them</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the version of sshd is not known, and with it what it offers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 These are: %2. Switch them off with “%3”; where a line lists what is offered, remove the names there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every account may log in over SSH</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An account that a package or a colleague creates can log in from the Internet without anybody having decided so. Name the people with “AllowUsers” or a group with “AllowGroups”, yourself first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys are read from an unusual place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file without %u or %h holds for every account, root included, and in a folder that everybody may write anybody can add a key. Set “AuthorizedKeysFile .ssh/authorized_keys”, or a folder of root with one file per user (“/etc/ssh/authorized_keys/%u”).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No notice is shown before login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some organisations want a legal notice before login. Set “Banner /etc/issue.net” if yours does; it is no protection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dead connections stay open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A session whose client vanished keeps running, and whoever takes over that client has it. Set “ClientAliveInterval 300” and “ClientAliveCountMax 3”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenSSH 7.4 and newer compress after login only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data is compressed before anybody logged in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strangers reach the compression library. Set “Compression delayed” or “no”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not only root may write %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever writes this file decides who logs in, as root too. Give it to root with “chown root:root” and “chmod 644” (or 600).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>permissions were not asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is the old name of %2; it still works, but a file with both names is easily misread, and the first one wins. Write %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sshd ignores this line. %1 is the keyword of today; write that instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sshd ignores this line. Remove it, so that nobody relies on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the configuration files could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is an outdated keyword</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounts with an empty password may log in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anybody who knows the name of such an account is in. Set “PermitEmptyPasswords no”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forwarded ports can be opened to the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A user who forwards a port (ssh -R) opens it for everybody who reaches this server, not for this server alone. Set “GatewayPorts no”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GSSAPI (Kerberos) login is on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code that nobody uses is code that can only be attacked. Set “GSSAPIAuthentication no” unless this server belongs to a Kerberos realm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A whole computer is trusted instead of a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever becomes root on a trusted computer can log in here as anybody. Set “HostbasedAuthentication no” and use keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no Ed25519 host key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ed25519 is the fastest and soundest kind of host key that all clients know. Make one with “ssh-keygen -A” and add it with “HostKey /etc/ssh/ssh_host_ed25519_key” if HostKey lines are set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not only root may read the host key %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever has this file can pretend to be this server, and sshd itself refuses a key that others may read. Make new host keys if somebody could have copied it; then “chown root:root” and “chmod 600”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host key is short or outdated (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever computes the private key can pretend to be this server. Make a new one (“ssh-keygen -t rsa -b 4096 -f FILE -N &apos;&apos;”) or keep Ed25519 alone; tell people the new fingerprint beforehand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files .rhosts and .shosts of users are honoured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every user can declare other computers as trusted, past the administrator. Set “IgnoreRhosts yes”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no keyword of sshd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line of %1 is not complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not allowed in a Match block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Match %1” is no condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not take this value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Include goes round in circles (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The running sshd still has its old configuration; after a restart or a reboot it would not start, and nobody gets in any more. Mend the line and try “sshd -t” before you restart it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sshd refuses its configuration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kerberos passwords are accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code that nobody uses is code that can only be attacked. Set “KerberosAuthentication no” unless this server belongs to a Kerberos realm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard-interactive login lets passwords in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With “UsePAM yes” keyboard-interactive login asks for the password of the account, even where “PasswordAuthentication no” stands. Set “KbdInteractiveAuthentication no” (its old name is ChallengeResponseAuthentication), or require a key as well with “AuthenticationMethods publickey,keyboard-interactive”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users do not see when they last logged in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line “Last login” is the cheapest way to notice that somebody else used an account. Set “PrintLastLog yes”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sshd listens on all addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On a server with an internal network or a VPN, “ListenAddress” with the inner address takes sshd off the Internet. With one public address there is nothing to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A connection may wait long without logging in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever opens connections and says nothing takes the places of people who want to log in. Set “LoginGraceTime 30”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log level of sshd is unusual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Below INFO failed logins leave no trace, and fail2ban sees nothing; DEBUG writes private details of users into the log. Set “LogLevel VERBOSE” or “INFO”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This Match block never applies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pattern with “!” only takes something away from what another pattern allowed. To mean “everybody but alice” write “Match User *,!alice”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Many login attempts per connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each connection may try more than four times before it is closed. Set “MaxAuthTries 4”; people with many keys in their agent then need IdentitiesOnly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Many sessions per connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One connection may open more than ten sessions. Set “MaxSessions 10”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Many connections may wait for a login at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each waiting connection costs a process; attackers who open many of them make the server slow. Set “MaxStartups 10:30:60”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>group exchange is not offered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small groups for Diffie-Hellman exchange (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients that choose diffie-hellman-group-exchange-sha256 may get a group of this size; 3072 bits and more are advised. Remove the short lines (“awk &apos;$5 &gt;= 3071&apos;”) or the exchange itself: “KexAlgorithms -diffie-hellman-group-exchange-sha256”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passwords are accepted for SSH login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Programs try passwords against every server on the Internet day and night; one weak or leaked password is enough. Log in with a key, check that it works, then set “PasswordAuthentication no” and “KbdInteractiveAuthentication no”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs OpenSSH 8.5 or newer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One address may take all places of waiting logins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With “PerSourceMaxStartups 5” a single attacker cannot keep everybody else from logging in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs OpenSSH 9.8 or newer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addresses that misbehave are not slowed down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sshd can refuse an address for a while after failed logins; here this is switched off. Remove the line “PerSourcePenalties no”, and name your own networks in PerSourcePenaltyExemptList.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sshd listens on port 22</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another port keeps most scanners out of the log, and nobody else out. If you change it, open the new port in the firewall first and keep this session until the new one works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key exchange withstands future quantum computers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever records connections today may be able to read them in some years. OpenSSH 9.0 and newer offer sntrup761x25519-sha512@openssh.com by default, 10.0 mlkem768x25519-sha256; offer them beside the others, so that older clients still get in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Login with a key is switched off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys cannot be guessed and never reach the server; without them only passwords are left. Set “PubkeyAuthentication yes”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the version does not tell whether the fix is in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strangers may be able to run code as root (regreSSHion)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version of sshd has a race that lets strangers break in without any login. Install the security update of OpenSSH and restart sshd.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs OpenSSH 9.1 or newer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short RSA keys are accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys of 1024 bits can be computed by those with the means. Set “RequiredRSASize 3072”, or 2048 if somebody still has such a key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Root may log in with a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No password of root is accepted, which keeps guessing out. With accounts of their own and sudo the log would also tell who did what; then set “PermitRootLogin no”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Root may log in over SSH</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every attacker knows the name root, and whoever guesses its password owns the server at once. Log in as an ordinary user with sudo and set “PermitRootLogin no”, or “prohibit-password” if root needs a key login.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no effect here: another line decides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 says “%2”, and that is the line that counts. Whoever wrote this one believes that it holds: correct or remove one of the two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no effect: ssh.socket decides where sshd listens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>systemd opens the port and starts sshd for each connection, so this line changes nothing. Set ListenStream= with “systemctl edit ssh.socket”, or switch to “systemctl disable --now ssh.socket” and “systemctl enable --now ssh.service”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sshd is not started by ssh.socket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The files give another value: sshd may run with options of its own or with files that were not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No line sets %1: the default of %2 holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worked out from the files, because sshd -T could not be asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (in “Match %2”)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sshd does not check who may write a user’s keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If somebody else can write a home directory or its authorized_keys, they can add a key and log in as that user. Set “StrictModes yes” and mend the permissions that it then complains about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sshd writes to an unusual log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watchers such as fail2ban look for logins under AUTH or AUTHPRIV. Set “SyslogFacility AUTH”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users may forward ports through this server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A user, or whoever stole a key, can reach everything that this server reaches, past its firewall. Set “AllowTcpForwarding no” where nobody needs it; VS Code Remote, tunnels to Jupyter and ProxyJump do need it, “AllowTcpForwarding local” is enough for them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections can be weakened from outside (Terrapin)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody in between can drop the first messages of a connection unseen, and with them some of its protections. Install the security update of OpenSSH; until then “Ciphers -chacha20-poly1305@openssh.com,*-cbc” avoids it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users may build network tunnels (tun devices)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tunnel joins the client’s network with the server’s, past the firewall. Set “PermitTunnel no” unless a VPN over SSH is in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key of %1 was never used, as far as the log goes back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys of people who left are forgotten doors. Ask whose it is, and remove the line if nobody needs it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sshd looks up the name of every client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logins wait when the resolver does not answer, and names in rules can be forged by whoever owns the reverse zone. Set “UseDNS no”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logins do not go through PAM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account expiry, limits, session logging and locked accounts are PAM’s work; without it they do not hold for SSH. Set “UsePAM yes” together with “KbdInteractiveAuthentication no”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users may set the environment of their login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With LD_PRELOAD in ~/.ssh/environment a user steps over restrictions such as ForceCommand. Set “PermitUserEnvironment no”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>host-based login is off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users decide which computers are trusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host-based login takes the keys of trusted computers from the users’ own known_hosts files. Set “IgnoreUserKnownHosts yes”, or better switch host-based login off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 logs in with a short or outdated key (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever computes the private key logs in as this user. Let its owner make a new one (“ssh-keygen -t ed25519”), add it, try it, and remove this line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no certificate authority is trusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outdated signatures of certificate authorities are accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a forged signature somebody can make a certificate that logs in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outdated ciphers are offered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever records such a connection can learn parts of what it carried.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server offers outdated signatures for its host key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a forged signature somebody can pretend to be this server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outdated key exchanges are offered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An attacker in between tries to make both sides agree on the weakest method that both know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outdated message authentication is offered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code that protects each packet against changes should be strong and made after encryption (“-etm”); AES-GCM and ChaCha20 bring their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outdated signatures are accepted from users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With a forged signature somebody can log in as the owner of a key. Programs of the last ten years sign with SHA-2, RSA keys included.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X11 forwarding is on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Programs on the server can watch the keyboard and screen of a user who connects with ssh -X or -Y. Servers rarely need it: set “X11Forwarding no”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X11 is not forwarded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forwarded displays can be reached from the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The display of everybody who connects with ssh -X listens on all addresses of the server. Set “X11UseLocalhost yes”.</source>
        <translation type="unfinished"></translation>
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
        <translation>“%1”一节没有结束</translation>
    </message>
    <message>
        <source>The section &quot;%1&quot; is longer than it may be</source>
        <translation>“%1”一节超过了允许的长度</translation>
    </message>
    <message>
        <source>The section &quot;%1&quot; ends without a result</source>
        <translation>“%1”一节没有给出结果就结束了</translation>
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
