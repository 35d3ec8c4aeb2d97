package io.wangge.localstack;

import java.util.List;

/** What a person needs to know when the stack is up. */
final class Welcome {

    private record Login(String username, String role, String sees) {}

    private static final List<Login> LOGINS = List.of(
            new Login("grid-worker-1", "网格员", "自己网格的上报与案卷 · own grid"),
            new Login("community-clerk-1", "社区受理员", "本社区的案卷 · own community"),
            new Login("handler-1", "部门经办人", "本部门的待办 · own department's inbox"),
            new Login("dispatcher-1", "派遣员", "待派遣的案卷 · what waits for dispatch"),
            new Login("callback-clerk-1", "回访员", "待回访的案卷 · callbacks that are due"),
            new Login("inspector-1", "督查员", "待裁定的案卷 · what waits for a decision"),
            new Login("leader-1", "分管领导", "所辖范围的全部案卷 · all of the area"),
            new Login("auditor-1", "审计", "台账与校验 · ledger and its verification"),
            new Login("admin-1", "管理员", "组织与基础数据 · organisation and reference data"));

    private Welcome() {}

    static void print(LocalStack stack, boolean demoData) {
        System.out.println();
        System.out.println("网格已就绪 · Wangge is ready");
        System.out.printf("  页面 page      %s/%n", stack.gatewayUri());
        System.out.printf("  接口 API       %s/api/v1/   %s/api-docs%n", stack.gatewayUri(), stack.gatewayUri());
        System.out.printf("  健康 health    %s/actuator/health%n", stack.gatewayUri());
        System.out.printf("  MongoDB        %s%n", stack.mongoUri());
        System.out.printf("  Kafka          %s%n", stack.kafkaBootstrap());
        System.out.printf("  日志 logs      %s%n", stack.log("gateway").getParent());
        if (demoData) {
            System.out.println();
            System.out.println("演示账号 · demo logins");
            LOGINS.forEach(login ->
                    System.out.printf("  %-18s %s%s%n", login.username(), padded(login.role(), 12), login.sees()));
            System.out.printf("  密码 password  %s%n", stack.demoPassword());
        }
        System.out.println();
        System.out.println("下一步 · next: ./grid demo   ./grid status   ./grid logs gateway   ./grid down");
    }

    /** A Chinese character takes two columns of a terminal. */
    private static String padded(String chinese, int columns) {
        return chinese + " ".repeat(Math.max(1, columns - 2 * chinese.length()));
    }
}
